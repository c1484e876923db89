import type { LayoutPreset } from '../../../shared/documents/layout-preset';
import type { RunLook } from './text-runs';

/** The size of the body in any font of the layout, drawn together so that 28 characters fill a line. */
export function bodyLook(preset: LayoutPreset, font: string = preset.fonts.body): RunLook {
  return { font, size: preset.sizes.body, spacing: preset.grid.spacingTwips };
}
