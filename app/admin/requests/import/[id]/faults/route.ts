export { GET } from '@/app/admin/items/import/[id]/faults/route';
