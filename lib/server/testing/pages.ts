import { handOverPages } from '@/lib/pages/hand-over';

// What the process does when it starts: without it nothing can be published.
handOverPages();
