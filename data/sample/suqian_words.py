# SPDX-FileCopyrightText: 2026 The Yishen developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the made-up applicants of the Suqian year are called and what they ask for. Nobody here
exists: numbers begin with digits that no exchange has, names are put together by chance."""
import random


class Dice:
    """Chance from random() alone, the one sequence that Python promises to keep."""

    def __init__(self, seed):
        self._random = random.Random(seed).random

    def below(self, n):
        return int(self._random() * n)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, share):
        return self._random() < share

    def pick(self, items):
        return items[self.below(len(items))]

    def weighted(self, pairs):
        at = self._random() * sum(weight for _, weight in pairs)
        for item, weight in pairs:
            at -= weight
            if at < 0:
                return item
        return pairs[-1][0]

    def shuffle(self, items):
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]


FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
GIVEN = "伟芳敏静丽强磊军洋勇艳杰娟涛明超霞平刚玉萍红娥玲芬燕彩春菊兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝思"
AREAS = ["宿城区", "宿豫区", "沭阳县", "泗阳县", "泗洪县", "经开区", "湖滨新区", "洋河新区"]
PLACES = ["河滨", "柳园", "东沟", "新桥", "三里", "双庄", "草场", "渡口", "高岗", "槐树", "南圩", "红旗", "朝阳", "西湾"]
KINDS = ["村", "社区", "街道", "片区", "小区", "镇"]
SUBJECTS = [
    ("{p}{k}集体土地征收批复及附图", 9), ("{p}{k}房屋征收补偿方案及分户补偿表", 9),
    ("{p}{k}拆迁安置协议及安置房源分配方案", 7), ("{a}{p}项目建设用地规划许可证及附件", 6),
    ("{a}{p}路工程环境影响评价文件的批复", 5), ("{a}{y}年财政预算执行情况及“三公”经费明细", 4),
    ("关于{p}{k}改造的会议纪要", 5), ("{p}{k}信访事项的处理意见书", 6),
    ("{a}{y}年{p}道路养护项目政府采购合同", 4), ("{p}{k}宅基地审批材料", 6),
    ("{a}{y}年低保、特困供养审核确认名单", 3), ("{p}{k}农村土地承包经营权确权登记材料", 5),
    ("{a}{p}小学学区划分的依据", 3), ("{p}小区规划核实及竣工验收备案材料", 5),
    ("{a}{p}河排污口设置审批材料", 2), ("{a}{p}路违法建设查处情况及处罚决定", 4),
    ("{p}小区物业维修资金归集和使用明细", 4), ("{a}{y}年事业单位招聘面试评分规则", 2),
    ("{a}医疗保险待遇调整的政策依据", 2), ("{p}{k}征地社会保障费用落实情况", 4),
    ("{a}企业稳岗补贴发放名单", 2), ("{a}{p}化工园区安全评价报告", 2),
]
ORGS = {
    "enterprise": ["宿迁市{p}建设工程有限公司", "{p}商贸有限公司", "江苏{p}环境科技有限公司", "{p}物业服务有限公司"],
    "research": ["{p}社会调查研究所"],
    "welfare": ["{p}环境保护志愿者协会", "{p}助残服务中心"],
    "legal": ["江苏{p}律师事务所", "江苏{p}法律服务所"],
    "other": ["{p}{k}业主委员会"],
}
DOCUMENTS = ["工作方案", "管理办法", "实施意见", "若干措施", "实施细则", "考核办法"]
FIELDS = ["城市养犬管理", "农村公路养护", "河道采砂管理", "既有住宅加装电梯", "政府投资项目管理", "集体土地征收补偿",
          "城市生活垃圾分类", "保障性住房分配", "大气污染防治", "政务数据共享", "职业技能培训补贴", "粮食储备管理",
          "户外广告设置", "食品小作坊登记", "城镇燃气安全", "困境儿童保障", "人才公寓管理", "农田水利设施管护",
          "科技创新券使用", "医疗救助", "节约用水", "档案数字化", "道路停车收费", "扬尘污染防治", "招商引资奖励"]


def _fill(dice, pattern):
    return pattern.format(p=dice.pick(PLACES), k=dice.pick(KINDS), a=dice.pick(AREAS),
                          y=dice.between(2015, 2022))


def make_applicant(dice, klass):
    if klass == "person":
        name = dice.pick(FAMILY) + "".join(dice.pick(GIVEN) for _ in range(dice.between(1, 2)))
    else:
        name = _fill(dice, dice.pick(ORGS[klass]))
    applicant = {"class": klass, "name": name, "phone": "0527-0%07d" % dice.below(10_000_000)}
    if dice.chance(0.6):
        applicant["address"] = _fill(dice, "宿迁市{a}{p}路") + "%d号" % dice.between(1, 300)
    if dice.chance(0.3):
        applicant["email"] = "a%06d@example.org" % dice.below(1_000_000)
    return applicant


def make_request(dice):
    title = _fill(dice, dice.weighted(SUBJECTS))
    request = {"title": title,
               "description": "申请公开" + title + dice.pick(["。", "的全部内容。", "，请提供复印件并加盖印章。",
                                                         "，需要附图和附件。", "，以及制作依据。"]),
               "form": dice.weighted([("paper", 70), ("email", 18), ("copy", 8), ("inspect", 4)]),
               "delivery": "post"}
    request["delivery"] = {"email": "email", "inspect": "onsite"}.get(
        request["form"], dice.weighted([("post", 80), ("pickup", 20)]))
    if dice.chance(0.25):
        request["document_number"] = "宿政%s〔%d〕%d号" % (dice.pick(["发", "办发", "复", "地"]),
                                                    dice.between(2012, 2022), dice.between(1, 180))
    return request


def make_document(dice, year, is_rule):
    field = dice.pick(FIELDS)
    if is_rule:
        return {"type": "rule", "title": "宿迁市%s办法" % field,
                "document_number": "宿迁市人民政府令第%d号" % dice.between(10, 20)}
    return {"type": "normative",
            "title": "关于印发%s%s%s的通知" % (dice.pick(["宿迁市"] + AREAS), field, dice.pick(DOCUMENTS)),
            "document_number": "宿政%s〔%d〕%d号" % (dice.pick(["发", "规发", "办发"]), year,
                                               dice.between(1, 150))}


# Who receives comes first, who approves last; those between handle the cases, and so do they.
OFFICERS = ("何雨", "陈立", "孙晓梅", "方志远", "罗琳", "周敏")
RECEPTION = OFFICERS[0]
HEAD = OFFICERS[-1]
