import { type ApplicantData, applicantFieldNames } from '@/lib/domain/requests/request-form';
import { identityKindNames, requestFieldNames } from '@/lib/text/request-form';

type ApplicantTableProps = { name: string; data: ApplicantData | null; caption: string };

/** Who asked and how they are reached, as far as it was told. */
export function ApplicantTable({ name, data, caption }: ApplicantTableProps) {
  const told = data
    ? applicantFieldNames.flatMap((field) => {
        const value = field === 'identityKind' ? identityKindNames[data.identityKind] : data[field];
        return value === '' ? [] : [{ field, value }];
      })
    : [];
  return (
    <table className="facts-table">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        <tr>
          <th scope="row">{requestFieldNames.name}</th>
          <td>{name === '' ? '已清除' : name}</td>
        </tr>
        {told.map(({ field, value }) => (
          <tr key={field}>
            <th scope="row">{requestFieldNames[field]}</th>
            <td className="break-all">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
