import { Alert, Input, type InputRef, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { familyOf } from '../../../shared/checklists/newest-checklists';
import { isLaterVersion, nextVersion } from '../../../shared/checklists/next-version';
import type { Checklist } from '../../../shared/records/checklist';
import { officeScope } from '../../../shared/records/record-schemas';
import { checkForm } from '../../../shared/xlsform/check-form';
import { useStore } from '../../data/store-context';
import { useLanguage, useProblemText } from '../../locales/use-problem-text';
import { useFocusOnOpen } from '../../ui/use-focus-on-open';
import { copyChecklist } from './copy-checklist';
import { listFamilies } from './list-families';

interface PublishDialogProps {
  readonly draft: Checklist;
  readonly checklists: readonly Checklist[];
  readonly onClose: () => void;
}

/** A few are enough to see what is missing; all of them stand beside their fields. */
const shown = 8;

/** The draft becomes a version: a record of its own, so that nothing which is still on its way to the draft can change it. */
export function PublishDialog({ draft, checklists, onClose }: PublishDialogProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const language = useLanguage();
  const store = useStore();
  const navigate = useNavigate();
  const id = useId();
  const field = useFocusOnOpen<InputRef>();
  const newest = listFamilies(checklists).find((one) => one.id === familyOf(draft))?.published;
  const [version, setVersion] = useState(
    newest && !isLaterVersion(draft.version, newest.version) ? nextVersion(newest.version) : draft.version,
  );
  const [failed, setFailed] = useState('');
  const [{ faults }] = useState(() => checkForm(draft));
  const wrong =
    version.trim() === ''
      ? t('checklists.versionMissing')
      : newest && !isLaterVersion(version.trim(), newest.version)
        ? t('checklists.versionOld', { version: newest.version })
        : '';
  const ready = faults.length === 0 && draft.title.trim() !== '' && wrong === '';

  async function publish() {
    if (!ready) return;
    const own = store.newId();
    const settings = { ...draft.settings, form_title: draft.title.trim(), version: version.trim() };
    const values = copyChecklist(draft, {
      family: familyOf(draft),
      title: draft.title.trim(),
      version: version.trim(),
      settings,
      draft: false,
    });
    const saved = await store.save([
      { kind: 'checklist', id: own, tour: officeScope, values },
      { kind: 'checklist', id: draft.id, tour: officeScope, values: { deleted: true } },
    ]);
    if (!saved.ok) return setFailed(describe(saved.problem));
    await navigate(`/checklists/${own}`);
  }

  return (
    <Modal
      open
      centered
      title={t('checklists.publishTitle', { title: draft.title })}
      okText={t('checklists.publishOk')}
      cancelText={t('import.cancel')}
      okButtonProps={{ disabled: !ready }}
      onOk={() => void publish()}
      onCancel={onClose}
    >
      <div className="stack">
        {faults.length > 0 && (
          <Alert
            type="error"
            showIcon
            title={t('checklists.notReady', { n: faults.length })}
            description={
              <ul>
                {faults.slice(0, shown).map((fault) => (
                  <li key={`${fault.sheet} ${fault.row} ${fault.column} ${fault.zh}`}>
                    {fault.row < 0
                      ? fault[language]
                      : t('checklists.faultAt', { n: fault.row + 1, words: fault[language] })}
                  </li>
                ))}
              </ul>
            }
          />
        )}
        {draft.title.trim() === '' && <Alert type="error" showIcon title={t('checklists.titleMissing')} />}
        {failed !== '' && <Alert type="error" showIcon title={failed} />}
        <div className="field">
          <label htmlFor={id}>{t('checklists.version')}</label>
          <Input
            id={id}
            ref={field}
            value={version}
            maxLength={60}
            status={wrong === '' ? '' : 'error'}
            aria-describedby={`${id}-more`}
            onChange={(event) => setVersion(event.target.value)}
            onPressEnter={(event) => !event.nativeEvent.isComposing && void publish()}
          />
          <p id={`${id}-more`} className={wrong === '' ? 'soft' : 'editor-fault'} aria-live="polite">
            {wrong || t('checklists.versionHint')}
          </p>
        </div>
      </div>
    </Modal>
  );
}
