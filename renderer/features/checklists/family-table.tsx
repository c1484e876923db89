import { CopyOutlined, DeleteOutlined, EditOutlined, EyeOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { checklistItems } from '../../../shared/checklists/checklist-items';
import { officeScope } from '../../../shared/records/record-schemas';
import { useStore } from '../../data/store-context';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { copyChecklist } from './copy-checklist';
import { ExportButton } from './export-button';
import type { Family } from './list-families';

interface FamilyTableProps {
  readonly families: readonly Family[];
  readonly mayMake: boolean;
  readonly onSaid: (kind: 'success' | 'error', words: string) => void;
}

/** A row for each checklist with what can be done with it. */
export function FamilyTable({ families, mayMake, onSaid }: FamilyTableProps) {
  const { t } = useTranslation();
  const store = useStore();
  const once = useOneAtATime();
  const navigate = useNavigate();

  async function copy({ draft, shown }: Family) {
    const from = draft ?? shown;
    const id = store.newId();
    const title = t('checklists.copyOf', { title: from.title });
    const values = copyChecklist(from, { title, family: '', version: '1' });
    const settings = { ...from.settings, form_title: title, form_id: `checklist_${id.slice(-12)}` };
    const saved = await store.save([
      { kind: 'checklist', id, tour: officeScope, values: { ...values, settings } },
    ]);
    if (saved.ok) await navigate(`/checklists/${id}`);
  }

  const remove = ({ all }: Family) =>
    store.save(
      all.map(({ id }) => ({ kind: 'checklist' as const, id, tour: officeScope, values: { deleted: true } })),
    );

  return (
    <Table
      className="panel"
      rowKey="id"
      pagination={families.length > 50 ? { pageSize: 50 } : false}
      scroll={{ x: 860 }}
      dataSource={[...families]}
      columns={[
        {
          title: t('checklists.name'),
          render: (_, { draft, shown }: Family) => (
            <Link to={`/checklists/${(draft ?? shown).id}`} className="checklists-name">
              {shown.title || t('checklists.untitled')}
            </Link>
          ),
        },
        {
          title: t('checklists.state'),
          width: 220,
          render: (_, { draft, published }: Family) => (
            <span className="checklists-states">
              {published && (
                <Tag color="success">{t('checklists.published', { version: published.version })}</Tag>
              )}
              {draft && <Tag color="warning">{t('checklists.draft')}</Tag>}
            </span>
          ),
        },
        {
          title: t('checklists.items'),
          width: 90,
          render: (_, { shown }: Family) => <span className="figures">{checklistItems(shown).length}</span>,
        },
        {
          title: t('checklists.actions'),
          width: 430,
          render: (_, family: Family) => {
            const title = family.shown.title;
            const edits = mayMake && family.draft;
            return (
              <div className="checklists-actions">
                <Button
                  icon={edits ? <EditOutlined /> : <EyeOutlined />}
                  aria-label={t(edits ? 'checklists.editOf' : 'checklists.openOf', { title })}
                  onClick={() => void navigate(`/checklists/${(family.draft ?? family.shown).id}`)}
                >
                  {t(edits ? 'checklists.edit' : 'checklists.open')}
                </Button>
                <ExportButton checklist={family.shown} onSaid={onSaid} />
                {mayMake && (
                  <>
                    <Button
                      icon={<CopyOutlined />}
                      aria-label={t('checklists.copyThis', { title })}
                      onClick={() => once(() => copy(family))}
                    >
                      {t('checklists.copy')}
                    </Button>
                    <Popconfirm
                      title={t('checklists.removeAsk', { title })}
                      description={t('checklists.removeHint')}
                      okText={t('checklists.remove')}
                      cancelText={t('checklists.keep')}
                      onConfirm={() => void remove(family)}
                    >
                      <Button
                        danger
                        icon={<DeleteOutlined />}
                        aria-label={t('checklists.removeOf', { title })}
                      />
                    </Popconfirm>
                  </>
                )}
              </div>
            );
          },
        },
      ]}
    />
  );
}
