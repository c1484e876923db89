import { Fragment } from 'react';
import type { Heading, OfficialDocument } from '../../../shared/documents/document';
import { BlockView } from './block-view';
import { type Choice, SentenceView } from './sentence-view';

/** A document laid out as on paper: mark in red, red line, title, body, lists of people, annexes. */
export function DocumentPage({ document, ...choice }: { readonly document: OfficialDocument } & Choice) {
  const { front } = document;
  return (
    <article className="paper" lang="zh-CN">
      <header className="paper-front">
        <p className="paper-mark">{front.mark}</p>
        {front.number && <p>{front.number}</p>}
        <p className="paper-agency">
          <span>{front.agency}</span>
          <span>{front.date}</span>
        </p>
      </header>
      <h1 className="paper-title">
        <SentenceView sentence={document.title} {...choice} />
      </h1>
      {document.blocks.map((block, index) => (
        <BlockView key={blockKey(block, index)} block={block} {...choice} />
      ))}
      {document.attendance.map((list) => (
        <p key={list.label} className="paper-attendance">
          <strong>{list.label}</strong>：
          {list.entries.map((entry, index) => (
            <Fragment key={entry.text}>
              {index > 0 && '，'}
              <SentenceView sentence={entry} {...choice} />
            </Fragment>
          ))}
        </p>
      ))}
      {document.annexes.map((annex) => (
        <section key={annex.title} className="paper-annex">
          <h2>{annex.title}</h2>
          {annex.blocks.map((block, index) => (
            <BlockView key={blockKey(block, index)} block={block} {...choice} />
          ))}
        </section>
      ))}
    </article>
  );
}

/** Blocks have no id and are never reordered while shown: their place is what tells them apart. */
function blockKey(block: { readonly kind: string } | Heading, index: number): string {
  return `${block.kind} ${index}`;
}
