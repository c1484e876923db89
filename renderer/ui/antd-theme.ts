import { type ThemeConfig, theme } from 'antd';
import { type ThemeName, palettes } from './palettes';

/**
 * antd's tokens from our palette. `size` is the type size in px; targets stay at 40 px for fingers and gloves. Nothing
 * moves: a click that meets a dialog still growing lands beside its button, and nobody on site waits for a show.
 */
export function antdTheme(name: ThemeName, size: number): ThemeConfig {
  const palette = palettes[name];
  const strong = name === 'contrast';
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent,
      colorInfo: palette.accent,
      colorLink: palette.accent,
      colorSuccess: palette.good,
      colorWarning: palette.warn,
      colorError: palette.bad,
      colorInfoBg: palette.tint,
      colorInfoBorder: palette.accent,
      colorSuccessBg: palette.goodTint,
      colorSuccessBorder: palette.good,
      colorWarningBg: palette.warnTint,
      colorWarningBorder: palette.warn,
      colorErrorBg: palette.badTint,
      colorErrorBorder: palette.bad,
      colorText: palette.ink,
      colorTextSecondary: palette.soft,
      colorTextTertiary: palette.soft,
      colorTextDescription: palette.soft,
      colorTextPlaceholder: palette.soft,
      colorTextLightSolid: palette.onAccent,
      colorBgLayout: palette.page,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.line,
      fontFamily: 'var(--font)',
      fontSize: size,
      controlHeight: 40,
      borderRadius: 6,
      motion: false,
      lineWidth: strong ? 2 : 1,
      ...(strong ? { boxShadow: 'none', boxShadowSecondary: 'none', boxShadowTertiary: 'none' } : {}),
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Segmented: {
        itemSelectedBg: palette.accent,
        itemSelectedColor: palette.onAccent,
        trackBg: palette.sunken,
        trackPadding: 0,
      },
      Tabs: { horizontalMargin: '0' },
    },
  };
}
