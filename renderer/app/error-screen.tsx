import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { callBridge } from '../data/call-bridge';
import { EmptyNote } from '../ui/empty-note';

interface ErrorScreenProps {
  readonly children: ReactNode;
}

/** Catches bugs of the screens below it: logs them once and says that nothing saved is lost. React wants a class here. */
export class ErrorScreen extends Component<ErrorScreenProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    void callBridge('log.error', {
      message: error.message.slice(0, 4000),
      stack: `${error.stack ?? ''}\n${info.componentStack ?? ''}`.slice(0, 20000),
    });
  }

  override render() {
    return this.state.failed ? <Apology /> : this.props.children;
  }
}

function Apology() {
  const { t } = useTranslation();
  return (
    <main className="page" role="alert">
      <EmptyNote
        icon={<WarningOutlined />}
        title={t('trouble.title')}
        hint={t('trouble.text')}
        action={
          <Button type="primary" onClick={() => window.location.reload()}>
            {t('trouble.reload')}
          </Button>
        }
      />
    </main>
  );
}
