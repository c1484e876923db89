const sans = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", SimHei, sans-serif';

/** A4 for the hand and the folder: large type, room to write, the page's number at the foot. No office layout: nothing here is issued. */
export const handbookStyles = `
@page { size: A4; margin: 18mm 16mm 20mm 20mm; @bottom-center { content: "第 " counter(page) " 页 / 共 " counter(pages) " 页"; font: 9pt ${sans}; color: #444; } }
@page :first { @bottom-center { content: none; } }
* { margin: 0; padding: 0; box-sizing: border-box; }
html { font: 11pt/1.55 ${sans}; color: #111; overflow-wrap: anywhere; }
h1 { font-size: 26pt; line-height: 1.35; text-align: center; }
h2 { font-size: 14pt; line-height: 1.4; break-after: avoid; margin-bottom: 3mm; }
h3 { font-size: 11pt; margin: 3mm 0 1mm; break-after: avoid; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 0.5pt solid #777; padding: 1.6mm 2mm; text-align: center; vertical-align: top; font-weight: normal; }
thead { display: table-header-group; }
thead th, .facts th { background: #eef2f4; }
tr { break-inside: avoid; }
.left { text-align: left; }
.cover { break-after: page; padding-top: 50mm; display: flex; flex-direction: column; gap: 12mm; align-items: center; }
.cover .kind { font-size: 14pt; letter-spacing: 6pt; }
.cover .team { font-size: 20pt; }
.cover .facts { width: 82%; }
.cover .made { font-size: 9pt; color: #444; }
.part { margin-bottom: 8mm; }
.name { width: 22mm; } .role { width: 16mm; } .phone { width: 34mm; }
.order { width: 13mm; } .time { width: 17mm; } .district { width: 26mm; } .stage { width: 17mm; } .fact { width: 34mm; }
.stop { break-inside: avoid; padding-top: 4mm; margin-bottom: 7mm; border-top: 1.2pt solid #0d5c75; }
.stop h2 { display: flex; gap: 3mm; align-items: baseline; }
.stop h2 > span:first-child { min-width: 7mm; color: #0d5c75; }
.stop h2 small { margin-left: auto; font-size: 11pt; font-weight: normal; white-space: nowrap; }
.mark { font-size: 10pt; color: #8a4b00; }
.stop p { margin: 1mm 0; }
.stop ul { padding-left: 5mm; }
.line { height: 9mm; border-bottom: 0.5pt solid #999; }
`;
