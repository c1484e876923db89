import type { Block, Sentence } from '../../../shared/documents/document';
import { SignatureDrawing } from '../../ui/signature-drawing';
import { MinutesPhoto } from './minutes-photo';
import { type Choice, SentenceView } from './sentence-view';

/** The title of the document is the h1. */
const tags = { 1: 'h2', 2: 'h3', 3: 'h4', 4: 'h5' } as const;

/** One block of a document on the screen. */
export function BlockView({ block, ...choice }: { readonly block: Block } & Choice) {
  switch (block.kind) {
    case 'heading': {
      const Tag = tags[block.level];
      return (
        <Tag className={`paper-heading paper-heading-${block.level}`}>
          {block.number}
          <SentenceView sentence={block.sentence} {...choice} />
        </Tag>
      );
    }
    case 'paragraph':
      return <p className="paper-paragraph">{inOrder(block.sentences, choice)}</p>;
    case 'photos':
      return (
        <div className="paper-photos">
          {block.photos.map((photo) => (
            <figure key={photo.caption.text}>
              <MinutesPhoto photo={photo} />
              <figcaption>
                <SentenceView sentence={photo.caption} {...choice} />
              </figcaption>
            </figure>
          ))}
        </div>
      );
    case 'signature':
      return (
        <figure className="paper-signature">
          <SignatureDrawing strokes={block.strokes} label={block.caption.text} />
          <figcaption>
            <SentenceView sentence={block.caption} {...choice} />
          </figcaption>
        </figure>
      );
    case 'table':
      return (
        <table className="paper-table">
          <colgroup>
            {block.widths.map((width, index) => (
              <col key={block.header[index]} style={{ width: `${width * 100}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {block.header.map((name) => (
                <th key={name}>{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row.map((cell) => cell.text).join(' ')}>
                {row.map((cell, index) => (
                  <td key={block.header[index]}>
                    {cell.text && <SentenceView sentence={cell} {...choice} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    default:
      return block satisfies never;
  }
}

function inOrder(sentences: readonly Sentence[], choice: Choice) {
  return sentences.map((sentence, index) => (
    <SentenceView key={`${index} ${sentence.text}`} sentence={sentence} {...choice} />
  ));
}
