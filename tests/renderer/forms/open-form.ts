import type { Answers, Form } from '../../../renderer/forms/form';
import { loadForm } from '../../../renderer/forms/load-form';
import { testId } from './walk-form';

/** A form as the engine of the app opens it for somebody; throws where it is refused. */
export async function openForm(xml: string, answers: Answers | null = null, language = 'zh'): Promise<Form> {
  const loaded = await loadForm(xml, answers, {
    language,
    deviceID: 'laptop-1',
    username: '周敏',
    newId: testId,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  return loaded.value;
}
