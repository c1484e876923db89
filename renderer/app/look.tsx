import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useEffect, useLayoutEffect } from 'react';
import { startTranslations } from '../locales/start-translations';
import { antdTheme } from '../ui/antd-theme';
import { readAppearance, useAppearance } from '../ui/appearance';
import { applyPalette } from '../ui/apply-palette';
import '../ui/base.css';
import { readNonce } from '../ui/page-nonce';
import { useThemeName } from '../ui/use-theme-name';

const sizes = { normal: 14, large: 16, huge: 18 } as const;

const translations = startTranslations(readAppearance().language);

/** Language, theme and type size for everything inside it. Needs no data: the screen of a failed start uses it too. */
export function Look({ children }: { readonly children: ReactNode }) {
  const { language, size } = useAppearance();
  const theme = useThemeName();
  useLayoutEffect(() => applyPalette(document.documentElement, theme, sizes[size]), [theme, size]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    void translations.changeLanguage(language);
  }, [language]);
  return (
    <ConfigProvider
      theme={antdTheme(theme, sizes[size])}
      locale={language === 'zh' ? zhCN : enUS}
      csp={{ nonce: readNonce() }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: theme === 'contrast' }}
    >
      {children}
    </ConfigProvider>
  );
}
