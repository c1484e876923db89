import { useTranslation } from 'react-i18next';
import type { Site } from '../../../shared/records/site';
import type { ListProps } from './list-props';
import { NoRecords } from './no-records';
import { RegisterRows } from './register-rows';
import { useMatches } from '../../ui/use-matches';

const wordsOf = ({ name, enterprise, project, district, address }: Site) =>
  `${name} ${enterprise} ${project} ${district} ${address}`;

/** The sites in the order in which they came into the register. */
export function SiteList({ sites, query, onEdit }: ListProps & { readonly sites: readonly Site[] }) {
  const { t } = useTranslation();
  const shown = useMatches(sites, query, wordsOf);
  return (
    <RegisterRows
      records={shown}
      empty={<NoRecords table="sites" query={query} />}
      columns={[
        {
          title: t('register.fields.name'),
          width: 300,
          render: (_, { id, name }) => (
            <button type="button" className="register-name" onClick={() => onEdit(id)}>
              {name || t('register.unnamed')}
            </button>
          ),
        },
        { title: t('register.fields.kind'), width: 80, render: (_, { kind }) => t(`register.kinds.${kind}`) },
        { title: t('register.fields.enterprise'), dataIndex: 'enterprise', width: 220 },
        { title: t('register.fields.district'), dataIndex: 'district', width: 110 },
        {
          title: t('register.fields.ledger'),
          render: (_, { ledger }) => (
            <span className="soft">
              {ledger
                .slice(0, 3)
                .map(({ name, value }) => `${name} ${value}`)
                .join(' · ')}
            </span>
          ),
        },
      ]}
    />
  );
}
