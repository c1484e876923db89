import { QuestionCircleOutlined } from '@ant-design/icons';
import './uncertain.css';

/** The mark of what the source leaves open: a sign and words, so that no colour has to be told apart. */
export function Uncertain({ words }: { readonly words: string }) {
  return (
    <span className="uncertain">
      <QuestionCircleOutlined aria-hidden="true" /> {words}
    </span>
  );
}
