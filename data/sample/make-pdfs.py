#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the sample PDFs in pdf/. Run by hand when their text changes (Debian: python3-gi,
python3-gi-cairo, gir1.2-pango-1.0, python3-fonttools, fonts-noto-cjk); the PDFs are kept with the
source, so that the program can ship them. The office, the people and the numbers in them are
invented; there is no seal.
"""
import os
import pathlib
import random
import tempfile

from fontTools import subset
from fontTools.ttLib import TTCollection

import cairo
import gi

gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo  # noqa: E402

HERE = pathlib.Path(__file__).parent / "pdf"
NOTO = "/usr/share/fonts/opentype/noto/Noto%s.ttc"
WIDTH, HEIGHT = 595.28, 841.89
LEFT, RIGHT, TOP = 79.4, 521.6, 105.0
SERIF, SANS = "Sample Serif", "Sample Sans"
OFFICE = "晴川市人民政府办公室"
SAMPLE = "样例文书，所载单位、人员、号码均为虚构"


def cut_fonts(folder):
    """Cairo embeds a CFF font's shared subroutines whole, 100 KB a face: fonts without them, and with
    the characters of this script only, keep the PDFs small."""
    characters = set(pathlib.Path(__file__).read_text(encoding="utf-8"))
    for family, file, style in ((SERIF, "SerifCJK-Regular", "Regular"),
                                (SERIF, "SerifCJK-Bold", "Bold"), (SANS, "SansCJK-Regular", "Regular"),
                                (SANS, "SansCJK-Bold", "Bold")):
        fonts = TTCollection(NOTO % file).fonts
        font = next(one for one in fonts if one["name"].getDebugName(1).endswith(" SC"))
        options = subset.Options(desubroutinize=True, hinting=False, layout_features=[])
        cutter = subset.Subsetter(options)
        cutter.populate(text="".join(characters))
        cutter.subset(font)
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = family
            elif record.nameID in (4, 6):
                record.string = (family + style).replace(" ", "")
        font["CFF "].cff.fontNames[0] = (family + style).replace(" ", "")
        font.save(folder / (file + ".otf"))
    config = folder / "fonts.conf"
    config.write_text("<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>"
                      % (folder, folder), encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(config)


class Page:
    """One page under the pen; y runs downwards."""

    def __init__(self, context):
        self.context = context
        self.y = TOP
        self.text(SAMPLE, 8, SANS, y=36, align="right", grey=0.55)

    def text(self, words, size=16, font=SERIF, bold=False, y=None, x=LEFT, width=None,
             align="left", grey=0.0, colour=None, indent=0, pitch=1.0):
        context = self.context
        layout = PangoCairo.create_layout(context)
        description = Pango.FontDescription(font)
        description.set_absolute_size(size * Pango.SCALE)
        if bold:
            description.set_weight(Pango.Weight.BOLD)
        layout.set_font_description(description)
        layout.set_width(int((width or RIGHT - x) * Pango.SCALE))
        layout.set_wrap(Pango.WrapMode.WORD_CHAR)
        layout.set_alignment({"left": Pango.Alignment.LEFT, "center": Pango.Alignment.CENTER,
                              "right": Pango.Alignment.RIGHT}[align])
        layout.set_indent(int(indent * Pango.SCALE))
        layout.set_line_spacing(pitch)
        layout.set_text(words, -1)
        assert layout.get_unknown_glyphs_count() == 0, words
        context.set_source_rgb(*(colour or (grey, grey, grey)))
        context.move_to(x, self.y if y is None else y)
        PangoCairo.show_layout(context, layout)
        if y is None:
            self.y += layout.get_pixel_size()[1]
        return layout.get_pixel_size()[1]

    def paragraph(self, words, **options):
        self.text(words, indent=options.pop("indent", 32), pitch=1.25, **options)
        self.y += 6

    def line(self, y, left=LEFT, right=RIGHT, width=0.8, colour=(0, 0, 0)):
        self.context.set_source_rgb(*colour)
        self.context.set_line_width(width)
        self.context.move_to(left, y)
        self.context.line_to(right, y)
        self.context.stroke()

    def letterhead(self, number):
        red = (0.78, 0.05, 0.08)
        self.text(OFFICE, 30, bold=True, y=96, align="center", colour=red)
        self.line(152, width=2.2, colour=red)
        self.line(156, width=0.7, colour=red)
        self.text(number, 14, y=166, align="right")
        self.y = 206

    def foot(self, number):
        self.text("— %d —" % number, 12, y=770, align="center")

    def sign(self, date):
        self.y += 22
        self.text(OFFICE, x=LEFT, align="right", width=RIGHT - LEFT - 32)
        self.y += 6
        self.text(date, align="right", width=RIGHT - LEFT - 48)


def make(name, title, pages):
    surface = cairo.PDFSurface(str(HERE / (name + ".pdf")), WIDTH, HEIGHT)
    surface.set_metadata(cairo.PDF_METADATA_TITLE, title)
    surface.set_metadata(cairo.PDF_METADATA_AUTHOR, "The Yishen developers")
    surface.set_metadata(cairo.PDF_METADATA_CREATE_DATE, "2026-01-05T09:00:00Z")
    surface.set_metadata(cairo.PDF_METADATA_MOD_DATE, "2026-01-05T09:00:00Z")
    context = cairo.Context(surface)
    for draw in pages:
        draw(Page(context))
        context.show_page()
    surface.finish()


def draw_request(page):
    page.text("政府信息公开申请表", 22, bold=True, y=70, align="center")
    rows = [("申请人类别", "■ 公民　　□ 法人或者其他组织", 30), ("姓名", "柳青河（样例）", 30),
            ("证件名称及号码", "居民身份证　1499991980010100XX", 30),
            ("联系电话", "10000000123", 30), ("通信地址", "晴川区古渡路12号", 30),
            ("邮政编码", "039900", 30), ("电子邮箱", "sample@example.org", 30),
            ("所需政府信息的名称、文号或者其他特征性描述",
             "晴川区古渡村集体土地征收批复及勘测定界图。\n\n如批复分多次作出，请一并提供；涉及他人隐私的部分可以遮盖。", 190),
            ("提供信息的形式", "■ 纸质　□ 电子邮件　□ 复制电子数据　□ 查阅", 34),
            ("获取信息的方式", "■ 邮寄　□ 自行领取　□ 电子邮件　□ 传真", 34),
            ("申请方式", "当面提交", 30), ("申请人签名", "柳青河", 44), ("申请日期", "2026年1月5日", 30)]
    y = 116
    middle = LEFT + 122
    for label, value, height in rows:
        page.line(y)
        page.text(label, 11, SANS, y=y + (6 if height > 60 else 8), x=LEFT + 6, width=112)
        page.text(value, 12, y=y + 7, x=middle + 8, width=RIGHT - middle - 14)
        y += height
    page.line(y)
    for x in (LEFT, middle, RIGHT):
        page.context.move_to(x, 116)
        page.context.line_to(x, y)
        page.context.stroke()
    page.text("说明：1．申请人应当如实填写并提供身份证明。2．申请内容应当明确，便于查询。", 10, SANS, y=y + 10)


def draw_correction(page):
    page.letterhead("晴公开补〔2026〕8号")
    page.text("政府信息公开申请补正告知书", 22, bold=True, align="center")
    page.y += 18
    page.paragraph("柳青河：", indent=0)
    page.paragraph("本机关于2026年1月5日收到你提交的政府信息公开申请。经审查，申请内容不明确。依据"
                   "《中华人民共和国政府信息公开条例》第三十条规定，请你对下列事项作出补正：")
    page.paragraph("一、明确“相关材料”所指文件的名称、文号或者便于查询的其他特征性描述；")
    page.paragraph("二、明确所需信息的时间范围。")
    page.paragraph("请于2026年1月30日前以书面形式补正。答复期限自本机关收到补正的申请之日起计算。"
                   "无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。")
    page.paragraph("特此告知。")
    page.sign("2026年1月9日")
    page.text("（联系电话：0399-0000000）", 14, y=720, x=LEFT + 32)


def draw_reply_first(page):
    page.letterhead("晴公开复〔2026〕8号")
    page.text("政府信息公开申请答复书", 22, bold=True, align="center")
    page.y += 18
    page.paragraph("柳青河：", indent=0)
    page.paragraph("本机关于2026年1月26日收到你补正后的政府信息公开申请，申请公开“晴川区古渡村集体土地"
                   "征收批复及勘测定界图”。经审查，现答复如下：")
    page.paragraph("一、你申请公开的征收批复（晴府土〔2021〕37号）属于本机关公开范围。依据《中华人民共和国"
                   "政府信息公开条例》第三十六条第（二）项规定，现予以公开，复印件随本答复书一并邮寄。")
    page.paragraph("二、勘测定界图中标注的相邻权利人姓名、身份证件号码属于个人隐私，公开会损害第三方合法权益。"
                   "依据条例第十五条、第三十七条规定，本机关作区分处理后提供其余内容。")
    page.foot(1)


def draw_reply_second(page):
    page.y = 90
    page.paragraph("三、你申请中关于补偿款发放进度的询问不属于政府信息公开申请，可以向晴川区征收事务"
                   "中心咨询。")
    page.paragraph("如对本答复中不予公开的部分不服，应当自收到本答复书之日起六十日内先向有管辖权的行政复议"
                   "机关申请行政复议；对行政复议决定不服的，可以依法提起行政诉讼。")
    page.paragraph("特此答复。")
    page.paragraph("附件：1．晴府土〔2021〕37号复印件（3页）\n　　　2．勘测定界图（遮盖后，1页）")
    page.sign("2026年2月9日")
    page.y += 10
    page.text("（此处由本单位电子印章系统加盖印章）", 11, SANS, align="right", grey=0.45)
    page.foot(2)


def draw_receipt(page):
    page.text("邮政特快专递（EMS）交寄凭证", 20, SANS, bold=True, y=78, align="center")
    context = page.context
    context.set_source_rgb(0, 0, 0)
    dice = random.Random(2026)
    x = LEFT + 80
    while x < RIGHT - 80:
        width = 1 + int(dice.random() * 3)
        context.rectangle(x, 116, width, 44)
        context.fill()
        x += width + 1 + int(dice.random() * 3)
    page.text("9900 0000 0123 456", 13, SANS, y=164, align="center")
    fields = [("寄件单位", OFFICE), ("寄件地址", "晴川市望河区书院路1号"), ("收件人", "柳青河"),
              ("收件地址", "晴川区古渡路12号"), ("内件品名", "政府信息公开答复书（晴公开复〔2026〕8号）"),
              ("交寄时间", "2026年2月9日 15:42"), ("收寄局所", "晴川望河支局"), ("签收情况", "2026年2月11日　本人签收"),
              ("资费", "22.00元")]
    y = 202
    for label, value in fields:
        page.line(y, width=0.4)
        page.text(label, 12, SANS, y=y + 8, x=LEFT + 8, grey=0.3)
        page.text(value, 13, SANS, y=y + 7, x=LEFT + 110)
        y += 34
    page.line(y, width=0.4)
    page.text("此凭证仅作送达日期的证明，请随案归档。", 10, SANS, y=y + 12, grey=0.3)


def draw_scan(page):
    """A page as a cheap scanner sees it: grey, a little askew, specks and a dark edge."""
    scale = 1.35
    image = cairo.ImageSurface(cairo.FORMAT_RGB24, int(WIDTH * scale), int(HEIGHT * scale))
    context = cairo.Context(image)
    context.set_source_rgb(0.95, 0.95, 0.95)
    context.paint()
    context.scale(scale, scale)
    context.translate(WIDTH / 2, HEIGHT / 2)
    context.rotate(0.014)
    context.translate(-WIDTH / 2, -HEIGHT / 2)
    paper = Page(context)
    paper.y = 110
    paper.text("授 权 委 托 书", 24, bold=True, align="center")
    paper.y += 26
    for words in ("委托人：柳青河", "受托人：晴川律师事务所　白榆（样例）",
                  "兹委托上列受托人代为办理本人向晴川市人民政府办公室提出的政府信息公开申请，代理权限为："
                  "代为提交、补正申请，代为签收各类文书。", "委托期限自签署之日起至本申请办结之日止。"):
        paper.paragraph(words)
    paper.y += 60
    paper.text("委托人（签名）：柳青河", align="right", width=RIGHT - LEFT - 60)
    paper.y += 12
    paper.text("2026年1月5日", align="right", width=RIGHT - LEFT - 60)
    context.identity_matrix()
    context.new_path()
    dice = random.Random(5)
    for _ in range(420):
        grey = 0.25 + dice.random() * 0.5
        context.set_source_rgb(grey, grey, grey)
        context.arc(dice.random() * image.get_width(), dice.random() * image.get_height(),
                    0.3 + dice.random() * 0.8, 0, 7)
        context.fill()
    edge = cairo.LinearGradient(0, 0, 22, 0)
    edge.add_color_stop_rgba(0, 0, 0, 0, 0.55)
    edge.add_color_stop_rgba(1, 0, 0, 0, 0)
    context.set_source(edge)
    context.paint()
    # Few grey steps keep the picture small, as the scanner's own compression would.
    image.flush()
    data = image.get_data()
    for i in range(0, len(data), 4):
        grey = (data[i] + 8) // 17 * 17
        data[i] = data[i + 1] = data[i + 2] = grey
    image.mark_dirty()
    target = page.context
    target.scale(1 / scale, 1 / scale)
    target.set_source_surface(image, 0, 0)
    target.paint()
    target.identity_matrix()


class Blank(Page):
    """A page without the line at its head: the picture has it."""

    def __init__(self, context):  # pylint: disable=super-init-not-called
        self.context = context
        self.y = TOP


def main():
    HERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        cut_fonts(pathlib.Path(folder))
        draw_all()


def draw_all():
    make("request", "政府信息公开申请表", [draw_request])
    make("correction", "政府信息公开申请补正告知书", [draw_correction])
    make("reply", "政府信息公开申请答复书", [draw_reply_first, draw_reply_second])
    make("receipt", "邮政特快专递交寄凭证", [draw_receipt])
    make("scan", "授权委托书（扫描件）", [lambda page: draw_scan(Blank(page.context))])


if __name__ == "__main__":
    main()
