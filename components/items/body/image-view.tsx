'use client';

import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { StoredImage } from '@/components/items/body/extensions';
import { Button } from '@/components/ui/button';

/** A picture with what is on it in words, for whoever can't see it (WCAG 1.1.1). */
function ImageView({ node, updateAttributes, deleteNode, extension }: NodeViewProps) {
  const { id, sha256, alt } = node.attrs;
  const field = `alt-${id}`;
  return (
    <NodeViewWrapper as="figure" id={`body-${id}`} className="body-image">
      {/* biome-ignore lint/performance/noImgElement: its size is not known, and it comes from this server */}
      <img src={extension.options.addressOf(String(sha256))} alt={alt} />
      <figcaption contentEditable={false} className="field">
        <label htmlFor={field}>图片说明</label>
        <span className="hint" id={`${field}-hint`}>
          写明图上是什么，读给看不见图片的人听，例如“镇政府信息公开栏全貌”。
        </span>
        <span className="flex flex-wrap gap-3">
          <input
            id={field}
            className="control"
            value={alt}
            maxLength={300}
            aria-describedby={`${field}-hint`}
            onChange={(event) => updateAttributes({ alt: event.target.value })}
          />
          <Button small onClick={deleteNode}>
            删去图片
          </Button>
        </span>
      </figcaption>
    </NodeViewWrapper>
  );
}

/** The picture of a body as it is edited. `addressOf` tells where this server shows it. */
export const editedImage = (addressOf: (sha256: string) => string) =>
  StoredImage.extend({ addNodeView: () => ReactNodeViewRenderer(ImageView) }).configure({ addressOf });
