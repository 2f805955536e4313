"""Makes what a newsroom has, from one article: newsroom.py FOLDER, which holds article.txt and news.jsonl."""

import gzip
import io
import pathlib
import sys
import zipfile

folder = pathlib.Path(sys.argv[1])
text = (folder / "article.txt").read_text(encoding="utf-8")
page = f"<html><head><title>خبر</title></head><body><h1>خبر من صفحة محفوظة</h1><p>{text}</p></body></html>"

(folder / "saved-pages").mkdir(exist_ok=True)
(folder / "saved-pages" / "page.html").write_text(page, encoding="utf-8")
(folder / "dump.jsonl.gz").write_bytes(gzip.compress(b'{"id":"dump-1","text":"' + text.replace("\n", " ").replace('"', "").encode() + b'"}\n'))
(folder / "table.csv").write_text('id,headline,body,date\nrow-1,خبر,"' + text.replace('"', '""') + '",2019-03-28\n', encoding="utf-8")

answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example/1\r\nContent-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
(folder / "crawl.warc.gz").write_bytes(gzip.compress(head.encode() + answer + b"\r\n\r\n"))

mail = "From desk@paper.example Thu Mar 28 10:00:00 2019\nFrom: desk@paper.example\nSubject: bulletin\nDate: Thu, 28 Mar 2019 10:00:00 +0300\n"
mail += "Message-ID: <1@paper.example>\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n"
(folder / "mail.mbox").write_text(mail, encoding="utf-8")

word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
with zipfile.ZipFile(folder / "report.docx", "w") as report:
    report.writestr("word/document.xml", f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>')
with zipfile.ZipFile(folder / "archive.zip", "w") as archive:
    archive.writestr("inner/2019-03-28-note.txt", text)

stream = b"BT /F1 12 Tf 72 720 Td (The ministers met in Geneva on 28 March 2019.) Tj ET"
objects = [
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
]
pdf = io.BytesIO(b"")
pdf.write(b"%PDF-1.4\n")
places = []
for number, body in enumerate(objects, 1):
    places.append(pdf.tell())
    pdf.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
start = pdf.tell()
pdf.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
pdf.write(b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start)
(folder / "bulletin.pdf").write_bytes(pdf.getvalue())
