import { type Outcome, fail } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { callBridge } from './call-bridge';

/** Bytes per call: a larger message would hold up the window while it is packed, and everything else on the bridge. */
const sliceBytes = 128 << 10;

/** Hands a file to the main process slice by slice; resolves when it lies on disk under its hash. */
export async function addFile(file: Blob, name: string): Promise<Outcome<{ sha256: string; size: number }>> {
  // An empty file is a copy that failed; and two of them would be one file by their hash.
  if (file.size === 0) return fail(problem('file.empty'));
  const begun = await callBridge('attachments.begin', { name });
  if (!begun.ok) return begun;
  const { upload } = begun.value;
  for (let from = 0; from < file.size; from += sliceBytes) {
    const bytes = new Uint8Array(await file.slice(from, from + sliceBytes).arrayBuffer());
    const appended = await callBridge('attachments.append', { upload, bytes });
    if (!appended.ok) return appended;
  }
  return callBridge('attachments.finish', { upload });
}
