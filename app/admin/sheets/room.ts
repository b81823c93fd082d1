import type { Deed } from '@/lib/domain/access';
import type { ImportRoom } from '@/lib/text/import-rooms';

/** Who may import in a room, and where its file is sent. */
export const doors: Record<ImportRoom, { permission: Deed; post: string }> = {
  items: { permission: 'create', post: '/api/import' },
  requests: { permission: 'handle_requests', post: '/api/requests/import' },
};
