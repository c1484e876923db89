import { z } from 'zod';
import { tourFileSchema } from '../../shared/tour-file/tour-file';

/** The JSON Schemas in docs/formats by file name, made from the schemas that the program itself checks with. */
export function formatFiles(): Readonly<Record<string, string>> {
  // Any JSON value is checked by a function: in a file of JSON that is whatever stands there.
  const schema = z.toJSONSchema(tourFileSchema, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
  });
  const named = {
    $id: 'https://xunji.invalid/formats/tour.schema.json',
    title: 'Xunji tour file',
    ...schema,
  };
  return { 'tour.schema.json': `${JSON.stringify(named, null, 2)}\n` };
}
