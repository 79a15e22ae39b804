// A Word document of many pages, as an office writes them: headings, lists, tables with merged cells, footnotes, pictures.
import { crc32, deflateRawSync, deflateSync } from "node:zlib";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export function zip(parts) {
  const local = [], central = [];
  let at = 0;
  for (const [name, content] of parts) {
    const [bytes, title] = [Buffer.from(content), Buffer.from(name)];
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0); head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10); head.writeUInt32LE(packed.length, 14); head.writeUInt32LE(bytes.length, 18); head.writeUInt16LE(title.length, 22);
    local.push(Buffer.from("PK\x03\x04", "latin1"), head, title, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, tail, title);
    at += 30 + title.length + packed.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0), end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(parts.length, 8); end.writeUInt16LE(parts.length, 10); end.writeUInt32LE(size, 12); end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, ...central, end]);
}

/** A sky over water with the grain of a telephone's camera. */
function picture(width, height, seed) {
  const raw = Buffer.alloc((width * 3 + 1) * height);
  for (let i = 0, n = seed; i < raw.length; i++) {
    const [x, y] = [i % (width * 3 + 1), Math.floor(i / (width * 3 + 1))];
    n = (Math.imul(n, 1103515245) + 12345) & 0x7fffffff;
    raw[i] = x === 0 ? 0 : 90 + 100 * Math.sin(x / 700 + seed) * Math.cos(y / 190) * (y > height / 2 ? 0.6 : 1) + (n >> 27);
  }
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]), framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0); body.copy(framed, 4); framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0); size.writeUInt32BE(height, 4); size[8] = 8; size[9] = 2;
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", size), chunk("IDAT", deflateSync(raw, { level: 1 })), chunk("IEND", Buffer.alloc(0))]);
}

const run = (text, look = "") => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const para = (inside, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
const sentence = (n) => `Bộ phận Một cửa số ${n} tiếp nhận hồ sơ của bà con các thôn, tổ dân phố từ thứ Hai đến thứ Sáu và trả kết quả đúng hẹn. `;

export function document({ pages = 40, pictures = 6, letterhead = false } = {}) {
  const body = [], notes = [];
  if (letterhead) {
    const cell = (...lines) => `<w:tc>${lines.map((line) => para(run(line))).join("")}</w:tc>`;
    body.push(`<w:tbl><w:tr>${cell("ỦY BAN NHÂN DÂN", "ĐẶC KHU CÁT HẢI", "Số: 45/TB-UBND")}${cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Cát Hải, ngày 12 tháng 11 năm 2026")}</w:tr></w:tbl>`);
    body.push(para(run("THÔNG BÁO", "<w:b/>")), para(run("Về việc mở thêm buổi tiếp nhận hồ sơ", "<w:b/>")));
  } else {
    body.push(para(run("Báo cáo cải cách hành chính sáu tháng"), '<w:pStyle w:val="Title"/>'));
  }
  for (let page = 1; page <= pages; page++) {
    body.push(para(run(`Phần ${page}. Kết quả`), '<w:pStyle w:val="Heading1"/>'));
    notes.push(`<w:footnote w:id="${page + 1}">${para(run(`Theo báo cáo tháng ${1 + (page % 12)}.`))}</w:footnote>`);
    body.push(para(run(sentence(page)) + run("Tỷ lệ đúng hạn tăng", "<w:b/>") + run(" so với cùng kỳ") + `<w:r><w:footnoteReference w:id="${page + 1}"/></w:r>` + run(". " + sentence(page))));
    for (let item = 0; item < 4; item++) body.push(para(run(`việc thứ ${item + 1} của phần ${page}`), `<w:numPr><w:ilvl w:val="${item % 2}"/><w:numId w:val="1"/></w:numPr>`));
    for (let n = 0; n < 4; n++) body.push(para(run(sentence(page) + sentence(n))));
    if (page % 2 === 0) {
      const cell = (text, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${para(run(text))}</w:tc>`;
      body.push(`<w:tbl><w:tr>${cell("Đơn vị", '<w:vMerge w:val="restart"/>')}${cell("Số hồ sơ", '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell("", "<w:vMerge/>")}${cell("Đúng hạn")}${cell("Trễ hạn")}</w:tr>` +
        Array.from({ length: 6 }, (_, row) => `<w:tr>${cell(`Thôn ${row + 1}`)}${cell(String(row * 7))}${cell("0")}</w:tr>`).join("") + "</w:tbl>");
    }
    if (page <= pictures) body.push(para(`<w:r><w:drawing><wp:inline><wp:docPr id="${page}" name="Hình ${page}"${page > 1 ? ` descr="Ảnh thứ ${page} của báo cáo"` : ""}/><a:graphic><a:graphicData><a:blip r:embed="p${page}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`));
  }
  if (letterhead) body.push(`<w:tbl><w:tr><w:tc>${para(run("Nơi nhận:"))}${para(run("- Như trên;"))}</w:tc><w:tc>${para(run("CHỦ TỊCH"))}${para(run("Nguyễn Văn Mẫu"))}</w:tc></w:tr></w:tbl>`);
  const media = Array.from({ length: Math.min(pictures, pages) }, (_, at) => at + 1);
  return zip([
    ["[Content_Types].xml", `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`],
    ["_rels/.rels", `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`],
    ["word/_rels/document.xml.rels", `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="n" Type="${REL}/numbering" Target="numbering.xml"/><Relationship Id="f" Type="${REL}/footnotes" Target="footnotes.xml"/>${media.map((n) => `<Relationship Id="p${n}" Type="${REL}/image" Target="media/image${n}.png"/>`).join("")}</Relationships>`],
    ["word/document.xml", `${HEAD}<w:document ${W}><w:body>${body.join("")}</w:body></w:document>`],
    ["word/styles.xml", `${HEAD}<w:styles ${W}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`],
    ["word/numbering.xml", `${HEAD}<w:numbering ${W}><w:abstractNum w:abstractNumId="1">${[0, 1].map((level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>`).join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`],
    ["word/footnotes.xml", `${HEAD}<w:footnotes ${W}>${notes.join("")}</w:footnotes>`],
    ...media.map((n) => [`word/media/image${n}.png`, picture(1200, 800, n * 7919)]),
  ]);
}
