import { Alert, Input, type InputRef, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordSchema } from '../../../shared/protocol/session';
import { useAdmin } from '../../data/admin/admin-session';
import { useFocusOnOpen } from '../../ui/use-focus-on-open';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import type { AccountLine } from './accounts-panel';
import type { Deed } from './use-deed';

interface PasswordDialogProps {
  readonly account: AccountLine;
  readonly deed: Deed;
  readonly onClose: () => void;
}

/** A new password, typed twice: nobody could sign in with one that was mistyped. */
export function PasswordDialog({ account, deed, onClose }: PasswordDialogProps) {
  const { t } = useTranslation();
  const { ask } = useAdmin();
  const once = useOneAtATime();
  const field = useFocusOnOpen<InputRef>();
  const ids = { first: useId(), again: useId() };
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const isLong = passwordSchema.safeParse(first).success;
  const isSame = first === again;

  async function save() {
    if (!isLong || !isSame) return;
    const { id, name } = account;
    const set = ask('admin.setPassword', { account: id, password: first });
    if (await deed.run(set, t('admin.passwordSet', { name }))) onClose();
  }

  return (
    <Modal
      open
      centered
      title={t('admin.setPasswordOf', { name: account.name })}
      okText={t('admin.setPassword')}
      cancelText={t('office.cancel')}
      okButtonProps={{ disabled: !isLong || !isSame }}
      onOk={() => once(save)}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="soft">{t('admin.passwordUse')}</p>
        <div className="field">
          <label htmlFor={ids.first}>{t('admin.newPassword')}</label>
          <Input.Password
            id={ids.first}
            ref={field}
            autoComplete="new-password"
            maxLength={200}
            value={first}
            onChange={(event) => setFirst(event.target.value)}
          />
          <p className="soft admin-hint">{t('admin.passwordHint')}</p>
        </div>
        <div className="field">
          <label htmlFor={ids.again}>{t('admin.passwordAgain')}</label>
          <Input.Password
            id={ids.again}
            autoComplete="new-password"
            maxLength={200}
            value={again}
            onChange={(event) => setAgain(event.target.value)}
            onPressEnter={() => once(save)}
          />
        </div>
        {again !== '' && !isSame && <Alert type="warning" showIcon title={t('admin.passwordDiffers')} />}
        {deed.said}
      </div>
    </Modal>
  );
}
