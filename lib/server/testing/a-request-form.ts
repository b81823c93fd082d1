import { type RequestForm, requestForm } from '@/lib/domain/requests/request-form';

/** A sound request, as somebody typed it; what differs is said. */
export const aRequestForm = (change: Partial<RequestForm> = {}): RequestForm =>
  requestForm.parse({
    ...{ applicantKind: 'natural_person', name: '王秀英', identityKind: 'identity_card' },
    ...{ identityNumber: '11010519491231002X', telephone: '13812345678', address: '嵩县德亭镇老庄村三组12号' },
    ...{ asked: '2020年的乡村道路工程预算。', form: 'paper', delivery: 'post', channel: 'in_person' },
    arrivedOn: '2024-03-01',
    ...change,
  });
