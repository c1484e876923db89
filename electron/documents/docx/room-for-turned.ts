/**
 * Room for pictures that stand on their side. A turned drawing keeps the size it has unturned, so its line would be as high as the
 * picture is wide before it is turned; Word writes what sticks out as an effect, which the library has no words for.
 */
export function roomForTurned(documentXml: string): string {
  return documentXml.replace(/<wp:inline\b.*?<\/wp:inline>/gs, (drawing) =>
    / rot="(?:5400000|16200000)"/.test(drawing)
      ? drawing.replace(
          /<wp:extent cx="(\d+)" cy="(\d+)"\/><wp:effectExtent [^>]*\/>/,
          (_, width: string, height: string) => {
            const over = Math.round((Number(width) - Number(height)) / 2);
            const [beside, above] = [Math.max(0, -over), Math.max(0, over)];
            return `<wp:extent cx="${width}" cy="${height}"/><wp:effectExtent l="${beside}" t="${above}" r="${beside}" b="${above}"/>`;
          },
        )
      : drawing,
  );
}
