import { ExportOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { Alert, Button, Select, Table } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuditEntry, auditActs } from '../../../shared/access/audit';
import { localLabel } from '../../../shared/local-label';
import { officeScope } from '../../../shared/records/record-schemas';
import { tableLimits } from '../../../shared/tables/table-limits';
import { useAdmin } from '../../data/admin/admin-session';
import { callBridge } from '../../data/call-bridge';
import { useLanguage, useProblemText } from '../../locales/use-problem-text';
import { DayField } from '../../ui/day-field';
import { labelTime } from '../../ui/label-time';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { type Said, SaidAlert } from '../../ui/said-alert';
import { actWords } from './act-words';
import { useAuditNames } from './use-audit-names';
import { type AuditFilter, useAuditPages } from './use-audit-pages';

/** A file begins with its heads, and ends with a note where it does not hold all. */
const mostRows = tableLimits.rows - 2;

/** What was done to the office, a chain at a time; whether all chains hold; and the part that is shown as a file. */
export function AuditPanel() {
  const { t } = useTranslation();
  const describe = useProblemText();
  const language = useLanguage();
  const { ask } = useAdmin();
  // Apart: the one that works must not swallow a click on the other.
  const onceChecked = useOneAtATime();
  const onceSaved = useOneAtATime();
  const onceRead = useOneAtATime();
  const names = useAuditNames();
  const ids = { scope: useId(), account: useId(), act: useId() };
  const [filter, setFilter] = useState<AuditFilter>({ scope: 'server', account: '', act: '' });
  const [days, setDays] = useState({ from: '', to: '' });
  const [said, setSaid] = useState<Said>();
  const pages = useAuditPages({ ...filter, from: startOf(days.from, 0), to: startOf(days.to, 1) });

  async function check() {
    const answer = await ask('admin.checkAudit', {});
    if (!answer.ok) return setSaid({ kind: 'error', words: describe(answer.problem) });
    const [first] = answer.value.breaks;
    if (!first) return setSaid({ kind: 'success', words: t('admin.auditWhole') });
    const place = { n: answer.value.breaks.length, scope: names.scope(first.scope), number: first.number };
    setSaid({ kind: 'error', words: t('admin.auditBroken', place) });
  }

  async function save() {
    const all = await pages.readAll(mostRows);
    if (!all.ok) return setSaid({ kind: 'error', words: describe(all.problem) });
    const head = ['number', 'at', 'account', 'device', 'act', 'subject', 'count', 'hash'] as const;
    const { entries, isAll } = all.value;
    const rows = entries.map((entry) => [...head.slice(0, -1).map((name) => entry[name]), entry.hash]);
    const last = entries.at(-1);
    const since = {
      n: rows.length,
      number: last?.number,
      day: last && localLabel(new Date(last.at)).slice(0, 10),
    };
    const cut = isAll ? '' : t('admin.auditCut', since);
    const note = isAll ? [] : [[cut]];
    const sheets = [{ name: t('admin.tabs.audit'), rows: [[...head], ...rows, ...note] }];
    const name = t('admin.auditFile', { scope: names.scope(filter.scope ?? '') });
    const saved = await callBridge('tables.save', { name, sheets, format: 'csv' });
    if (!saved.ok) setSaid({ kind: 'error', words: describe(saved.problem) });
    else if (saved.value.kind === 'written') {
      const done = t('admin.auditSaved', { n: rows.length, name: saved.value.name });
      setSaid({ kind: isAll ? 'success' : 'warning', words: `${done} ${cut}`.trim() });
    }
  }

  return (
    <div className="stack">
      <div className="panel admin-form">
        <Field id={ids.scope} label={t('admin.chain')}>
          <Select
            id={ids.scope}
            value={filter.scope}
            options={['server', officeScope, ...names.tours].map((value) => ({
              value,
              label: names.scope(value),
            }))}
            onChange={(scope) => setFilter({ ...filter, scope })}
          />
        </Field>
        <Field id={ids.account} label={t('admin.who')}>
          <Select
            id={ids.account}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={filter.account || undefined}
            options={names.accounts.map(({ id, name, login }) => ({ value: id, label: `${name} ${login}` }))}
            onChange={(account?: string) => setFilter({ ...filter, account: account ?? '' })}
          />
        </Field>
        <Field id={ids.act} label={t('admin.act')}>
          <Select
            id={ids.act}
            allowClear
            // Forty lines at most: those that are not in sight can be found by whoever does not see.
            virtual={false}
            value={filter.act || undefined}
            options={auditActs.map((value) => ({ value, label: t(`admin.acts.${actWords[value]}`) }))}
            onChange={(act?: AuditFilter['act']) => setFilter({ ...filter, act: act ?? '' })}
          />
        </Field>
        <DayField
          label={t('admin.fromDay')}
          disabled={false}
          stored={days.from || null}
          onDay={(from) => setDays({ ...days, from: from ?? '' })}
        />
        <DayField
          label={t('admin.toDay')}
          disabled={false}
          stored={days.to || null}
          onDay={(to) => setDays({ ...days, to: to ?? '' })}
        />
      </div>
      <div className="admin-head">
        <Button icon={<SafetyCertificateOutlined />} onClick={() => onceChecked(check)}>
          {t('admin.checkAudit')}
        </Button>
        <Button icon={<ExportOutlined />} onClick={() => onceSaved(save)}>
          {t('admin.saveAudit')}
        </Button>
      </div>
      <SaidAlert said={said} onClose={() => setSaid(undefined)} />
      {pages.problem && <Alert type="warning" showIcon role="alert" title={describe(pages.problem)} />}
      {pages.entries && (
        <Table
          className="panel"
          size="small"
          rowKey="number"
          pagination={false}
          scroll={{ x: 960 }}
          locale={{ emptyText: t('admin.auditEmpty') }}
          dataSource={[...pages.entries]}
          columns={[
            { title: t('admin.number'), width: 80, dataIndex: 'number', className: 'figures' },
            {
              title: t('admin.at'),
              width: 150,
              render: (_, { at }: AuditEntry) => (
                <time dateTime={at} title={at} className="figures">
                  {labelTime(at, language)}
                </time>
              ),
            },
            {
              title: t('admin.who'),
              width: 170,
              className: 'admin-words',
              render: (_, { account }: AuditEntry) => names.account(account),
            },
            {
              title: t('admin.computer'),
              width: 170,
              className: 'admin-words',
              render: (_, { device }: AuditEntry) => names.any(device),
            },
            {
              title: t('admin.act'),
              width: 170,
              render: (_, { act }: AuditEntry) => t(`admin.acts.${actWords[act]}`),
            },
            {
              title: t('admin.subject'),
              className: 'admin-words',
              render: (_, { subject, count }: AuditEntry) => (
                <>
                  {subject.split(' ').map(names.any).join(' · ')}
                  {count > 1 && <span className="soft figures"> ×{count}</span>}
                </>
              ),
            },
          ]}
        />
      )}
      {pages.hasMore && (
        <Button className="admin-more" loading={pages.isAsking} onClick={() => onceRead(pages.more)}>
          {t('admin.older')}
        </Button>
      )}
    </div>
  );
}

function Field({
  id,
  label,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

/** The beginning of a day here, `later` days on, as a moment; '' for none. */
function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return day === '' ? '' : new Date(year, month - 1, date + later).toISOString();
}
