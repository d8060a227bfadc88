/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small grammar in tables: patterns whose %-letters stand for words drawn by chance. No word
 * holds a character that JSON would have to escape, so bodies are put together as plain text. */
#include "office/sample-words.h"

#include <string.h>

/* --- words ----------------------------------------------------------------------------------- */

static const char *const families[] = {
  "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周",   "吴",   "徐",   "孙",   "胡",   "朱",
  "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑",   "谢",   "韩",   "唐",   "冯",   "于",
  "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈",   "曾",   "彭",   "吕",   "苏",   "卢",
  "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余",   "潘",   "杜",   "戴",   "夏",   "钟",
  "汪", "田", "任", "姜", "范", "方", "石", "姚", "谭",   "廖",   "邹",   "熊",   "金",   "陆",
  "郝", "孔", "白", "崔", "康", "毛", "邱", "秦", "江",   "史",   "顾",   "侯",   "邵",   "孟",
  "龙", "万", "段", "雷", "钱", "汤", "尹", "黎", "易",   "常",   "武",   "乔",   "贺",   "赖",
  "龚", "文", "单", "仇", "解", "区", "盖", "曲", "欧阳", "上官", "司徒", "令狐", "尉迟", "诸葛",
};
static const char *const given[] = {
  "伟", "芳", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明",
  "超", "霞", "平", "刚", "玉", "萍", "红", "娥", "玲", "芬", "燕", "彩", "春", "菊", "兰",
  "凤", "洁", "梅", "琳", "素", "云", "莲", "真", "环", "雪", "荣", "爱", "香", "瑞", "凡",
  "佳", "嘉", "琼", "勤", "珍", "贞", "莉", "桂", "叶", "璐", "晶", "妍", "秋", "锦", "青",
  "婷", "婉", "瑾", "颖", "露", "怡", "建", "国", "志", "文", "德", "福", "宝", "海", "东",
  "山", "林", "峰", "鹏", "飞", "宇", "浩", "泽", "子", "俊", "博", "晓", "永", "长", "万",
};
/* Characters that a font or a sort order may not know; some are beyond the basic plane. */
static const char *const rare[] = {
  "㛃", "䶮", "喆", "燚", "犇", "堃",   "玥", "禤",   "珺", "翀", "祎",
  "婳", "昶", "暘", "垚", "煊", "𬭎", "𫍯", "𬀩", "𪟝", "䜣", "㼆",
};
static const char *const stems[] = {
  "柳河", "白榆", "青原",   "望岭",   "石桥", "晴川", "南坪",   "东沟",   "西营", "北寨",
  "槐树", "杏林", "枣园",   "桃湾",   "龙泉", "凤台", "虎头",   "马家",   "牛角", "羊圈",
  "鹿鸣", "鹤峰", "雁门口", "长胜",   "永安", "太和", "新兴",   "红旗",   "朝阳", "幸福",
  "团结", "光明", "前进",   "胜利",   "文昌", "书院", "学府",   "钟楼",   "鼓楼", "城隍",
  "古渡", "渔梁", "盐池",   "铁炉",   "瓦窑", "砖厂", "煤场",   "油坊",   "磨盘", "水磨",
  "三里", "五里", "七里",   "十里铺", "上庄", "下庄", "大王庄", "小李庄", "杨树", "清泉",
};
static const char *const place_kinds[]
  = { "村", "社区", "街道", "片区", "小区", "镇", "新村", "工业园" };
static const char *const road_kinds[] = { "路", "大街", "大道", "巷" };
static const char *const districts[] = {
  "晴川区", "望河区", "石桥县", "青原县", "白榆市", "经济开发区", "高新区", "文旅区",
};
static const char *const units[] = {
  "自然资源局",           "住房和城乡建设局", "生态环境局", "财政局",         "信访局",
  "农业农村局",           "城市管理局",       "交通运输局", "水利局",         "教育局",
  "人力资源和社会保障局", "民政局",           "卫生健康局", "市场监督管理局", "行政审批服务局",
  "发展和改革委员会",     "应急管理局",       "审计局",     "档案馆",         "不动产登记中心",
  "公共资源交易中心",
};
static const char *const works[] = {
  "旧城改造", "棚户区改造", "道路拓宽",     "污水管网",   "雨污分流",
  "集中供热", "停车场",     "小学扩建",     "综合医院",   "物流园",
  "光伏发电", "垃圾转运站", "变电站",       "高标准农田", "水库除险加固",
  "河道整治", "口袋公园",   "养老服务中心", "农贸市场",   "保障性租赁住房",
  "公交枢纽", "铁路专用线", "采石场",       "标准厂房",   "文化广场",
};
static const char *const fields[] = {
  "城市养犬",         "农村公路养护", "河道采砂",         "既有住宅加装电梯", "政府投资项目",
  "集体土地征收补偿", "生活垃圾分类", "保障性住房分配",   "大气污染防治",     "政务数据共享",
  "职业技能培训补贴", "储备粮轮换",   "户外广告设置",     "食品小作坊",       "城镇燃气安全",
  "困境儿童保障",     "人才公寓",     "农田水利设施管护", "科技创新券",       "医疗救助",
  "节约用水",         "道路停车收费", "扬尘污染防治",     "招商引资奖励",     "物业专项维修资金",
  "烟花爆竹燃放",     "校外培训",     "网络预约出租汽车", "殡葬服务",         "临时救助",
};
static const char *const trades[] = {
  "建材", "商贸",       "物业服务", "环境科技", "机械制造", "食品",
  "运输", "房地产开发", "农业发展", "劳务",     "园林绿化", "医药",
};
static const char *const prefixes[]
  = { "政发", "政办发", "政复", "府土", "规审", "环审", "财预", "发改审" };
static const char *const ordinals[]
  = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };

/* %d district · %p place · %r road · %w works · %f field · %u unit · %c company · %y a year of late
 * · %q season · %n document number · %i ordinal */
static const char *const titles[] = {
  "%d%p集体土地征收批复及勘测定界图",
  "%d%p土地征收补偿安置方案及公告",
  "%p第%i组青苗和地上附着物补偿清单",
  "%d人民政府关于%p征地的“一书四方案”",
  "%p征地社会保障费用落实情况及明细",
  "%d%w项目用地预审与选址意见书",
  "%d%w项目土地出让合同及补充协议",
  "%p农村土地承包经营权确权登记材料",
  "%p第%i组宅基地审批材料及村民会议记录",
  "%d%y年度第%i批次建设用地农用地转用批复",
  "%p房屋征收决定及补偿方案",
  "%p房屋拆迁安置协议及分户补偿表",
  "%p安置房源分配方案和摇号结果",
  "%d%p棚户区改造资金使用情况",
  "%p国有土地上房屋征收评估报告",
  "%r拓宽工程涉及房屋征收的补偿标准",
  "%p违法建设认定及强制拆除决定",
  "%d%w项目建设工程规划许可证及附图",
  "%p地块控制性详细规划调整批复",
  "%p%w项目建设用地规划许可证",
  "%p规划核实与竣工验收备案材料",
  "%p三期日照分析报告及设计变更图纸",
  "%d%w项目环境影响报告书批复",
  "%d%c排污许可证及自行监测数据",
  "%p周边%w项目环境影响评价公众参与说明",
  "%d%y年%q空气质量自动监测原始数据",
  "%r%w项目水土保持方案审批文件",
  "%d%y年财政预算及“三公”经费决算明细",
  "%d%y年政府债务限额和余额情况",
  "%u%y年部门预算绩效自评报告",
  "%d%w项目财政投资评审结论",
  "%d%y年土地出让收入及支出情况",
  "关于%d%w项目有关问题的会议纪要",
  "%d人民政府%y年第%i次常务会议纪要",
  "关于%p历史遗留问题的专题会议纪要",
  "%n文件全文及附件",
  "%n文件的制定依据和合法性审查意见",
  "对%p反映%w问题的信访处理意见书",
  "%u对%p信访事项的复查意见",
  "%d%y年%f政府采购合同及验收单",
  "%d%w项目中标通知书和评标报告",
  "%u%y年办公用房租赁采购合同",
  "%d%f工作方案及责任分工",
  "%d%f补贴发放名单和标准",
  "%d%y年%f检查结果及处理情况",
  "%c行政处罚决定书",
  "%c安全生产检查记录和整改通知",
  "%d%y年特困人员认定名单（%p）",
  "%p%y年低保对象审核确认情况",
  "%d%y年中小学学区划分依据（%r以北）",
  "%d%y年事业单位公开招聘面试评分细则",
  "%u%y年公务用车使用登记",
  "%p集体资产清产核资报告",
  "%p村务公开和“三资”账目审计报告",
  "%d%y年高标准农田建设项目验收资料（%p）",
  "%p饮水工程水质检测报告",
  "%d%w项目社会稳定风险评估报告",
  "%p物业维修资金归集和使用明细",
  "%r道路停车收费的批准文件",
  "%d第%i批历史建筑保护名录及测绘图",
  "%p小区业主大会备案材料",
  "%d%y年%q招商引资协议（%w项目）",
  "%d%f工作领导小组成员名单及职责",
  "%d国有企业改制中%c职工安置方案",
};
static const char *const tails[] = {
  "。",
  "的全部内容及附件。",
  "，请加盖公章后提供复印件。",
  "，包括附图、附表。",
  "，以及制作该信息所依据的文件。",
  "，如有多个版本请一并提供。",
  "，时间范围为作出之日至今。",
  "，其中涉及他人隐私的部分可以遮盖。",
};
static const char *const seconds[] = {
  "",
  "",
  "申请人系当地居民，房屋在该范围内。",
  "该信息与申请人的生产生活直接相关。",
  "申请人曾于去年口头咨询，未得到书面材料。",
  "如本机关不掌握，请告知掌握该信息的机关名称和联系方式。",
  "如已主动公开，请告知具体网址。",
  "请在法定期限内书面答复。",
  "申请人愿意依法缴纳复制邮寄费用。",
  "涉及面积较大，请提供电子版。",
};

/* --- the grammar ----------------------------------------------------------------------------- */

static void
add_document_number (GString *out, YsDice *dice, int year)
{
  g_string_append_printf (out, "晴%s〔%d〕%d号", ys_dice_pick (dice, prefixes), year,
                          ys_dice_between (dice, 1, 160));
}

static void
add_word (GString *out, YsDice *dice, char letter, int year)
{
  static const char *const seasons[] = { "第一季度", "第二季度", "第三季度", "上半年", "全年" };

  switch (letter)
    {
    case 'd':
      g_string_append (out, ys_dice_pick (dice, districts));
      break;
    case 'p':
      g_string_append (out, ys_dice_pick (dice, stems));
      g_string_append (out, ys_dice_pick (dice, place_kinds));
      break;
    case 'r':
      g_string_append (out, ys_dice_pick (dice, stems));
      g_string_append (out, ys_dice_pick (dice, road_kinds));
      break;
    case 'w':
      g_string_append (out, ys_dice_pick (dice, works));
      break;
    case 'f':
      g_string_append (out, ys_dice_pick (dice, fields));
      break;
    case 'u':
      g_string_append (out, ys_dice_pick (dice, units));
      break;
    case 'c':
      g_string_append_printf (out, "%s%s有限公司", ys_dice_pick (dice, stems),
                              ys_dice_pick (dice, trades));
      break;
    case 'y':
      g_string_append_printf (out, "%d", year - ys_dice_between (dice, 1, 6));
      break;
    case 'q':
      g_string_append (out, ys_dice_pick (dice, seasons));
      break;
    case 'n':
      add_document_number (out, dice, year - ys_dice_between (dice, 0, 5));
      break;
    case 'i':
      g_string_append (out, ys_dice_pick (dice, ordinals));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add_pattern (GString *out, YsDice *dice, const char *pattern, int year)
{
  const char *mark;

  for (; (mark = strchr (pattern, '%')) != NULL; pattern = mark + 2)
    {
      g_string_append_len (out, pattern, mark - pattern);
      add_word (out, dice, mark[1], year);
    }
  g_string_append (out, pattern);
}

/* --- numbers --------------------------------------------------------------------------------- */

/* GB 11643: seventeen digits and a check digit. */
static void
add_id_number (GString *out, YsDice *dice)
{
  static const int weights[17] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  char digits[18];
  int sum = 0;

  g_snprintf (digits, sizeof digits, "149999%04d%02d%02d%03d", ys_dice_between (dice, 1948, 2003),
              ys_dice_between (dice, 1, 12), ys_dice_between (dice, 1, 28),
              ys_dice_between (dice, 1, 998));
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += (digits[i] - '0') * weights[i];
  g_string_append (out, digits);
  g_string_append_c (out, "10X98765432"[sum % 11]);
}

/* GB 32100 over GB 11714: authority and kind, region, body number with its own check, check. */
static void
add_credit_code (GString *out, YsDice *dice, const char *kind)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  static const int body_weights[8] = { 3, 7, 9, 10, 5, 8, 4, 2 };
  char code[18] = { 0 };
  int sum = 0;

  g_snprintf (code, sizeof code, "%s149999MA9%05d", kind, ys_dice_between (dice, 0, 99999));
  for (guint i = 0; i < G_N_ELEMENTS (body_weights); i++)
    sum += (int) (strchr ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", code[8 + i])
                  - "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
           * body_weights[i];
  code[16] = "0X987654321"[sum % 11];

  int total = 0;
  int weight = 1;
  for (guint i = 0; i < 17; i++, weight = weight * 3 % 31)
    total += (int) (strchr (alphabet, code[i]) - alphabet) * weight;
  g_string_append_len (out, code, 17);
  g_string_append_c (out, alphabet[(31 - total % 31) % 31]);
}

/* --- applicants ------------------------------------------------------------------------------ */

YsApplicantClass
ys_sample_pick_class (YsDice *dice)
{
  static const guint weights[YS_N_CLASSES] = { 860, 70, 8, 15, 37, 10 };

  return (YsApplicantClass) ys_dice_weighted (dice, weights, YS_N_CLASSES);
}

static void
add_person (GString *out, YsDice *dice)
{
  g_string_append (out, ys_dice_pick (dice, families));
  if (ys_dice_chance (dice, 650))
    g_string_append (out, ys_dice_pick (dice, given));
  if (ys_dice_chance (dice, 50))
    g_string_append (out, ys_dice_pick (dice, rare));
  else
    g_string_append (out, ys_dice_pick (dice, given));
}

void
ys_sample_add_lawyer (GString *out, YsDice *dice)
{
  g_string_append_printf (out, "%s%s", ys_dice_pick (dice, stems),
                          ys_dice_chance (dice, 700) ? "律师事务所" : "法律服务所");
}

const char *
ys_sample_pick_unit (YsDice *dice)
{
  return ys_dice_pick (dice, units);
}

void
ys_sample_add_third_party (GString *out, YsDice *dice)
{
  if (ys_dice_chance (dice, 600))
    add_word (out, dice, 'c', 0);
  else
    add_person (out, dice);
}

static void
add_organisation (GString *out, YsDice *dice, YsApplicantClass klass)
{
  static const char *const patterns[YS_N_CLASSES][3] = {
    [YS_CLASS_ENTERPRISE] = { "%c", "%c", "%c%d分公司" },
    [YS_CLASS_RESEARCH] = { "%r地方史研究所", "%d城乡规划研究院", "%f研究中心" },
    [YS_CLASS_WELFARE] = { "%p志愿者协会", "%d环境保护促进会", "%p助残服务中心" },
    [YS_CLASS_OTHER] = { "%p业主委员会", "%p股份经济合作社", "%p商会" },
  };

  if (klass == YS_CLASS_LEGAL)
    ys_sample_add_lawyer (out, dice);
  else
    add_pattern (out, dice, ys_dice_pick (dice, patterns[klass]), 0);
}

void
ys_sample_add_applicant (GString *out,
                         YsDice *dice,
                         YsApplicantClass klass,
                         char phone[YS_SAMPLE_PHONE])
{
  static const char *const kinds[YS_N_CLASSES] = {
    [YS_CLASS_ENTERPRISE] = "91", [YS_CLASS_RESEARCH] = "12", [YS_CLASS_WELFARE] = "51",
    [YS_CLASS_LEGAL] = "31",      [YS_CLASS_OTHER] = "N1",
  };
  gboolean person = klass == YS_CLASS_PERSON;

  g_string_append_printf (out, "{\"class\":\"%s\",\"name\":\"", ys_applicant_class_get_id (klass));
  if (person)
    add_person (out, dice);
  else
    add_organisation (out, dice, klass);
  if (ys_dice_chance (dice, 450))
    {
      g_string_append_printf (out, "\",\"id_type\":\"%s\",\"id_number\":\"",
                              person ? "居民身份证" : "统一社会信用代码");
      if (person)
        add_id_number (out, dice);
      else
        add_credit_code (out, dice, kinds[klass]);
    }

  phone[0] = '\0';
  if (ys_dice_chance (dice, 920))
    {
      /* No mobile number begins with 100, no subscriber's number with 0. */
      if (ys_dice_chance (dice, 800))
        g_snprintf (phone, YS_SAMPLE_PHONE, "100%08u", ys_dice_below (dice, 100000000));
      else
        g_snprintf (phone, YS_SAMPLE_PHONE, "0399-0%06u", ys_dice_below (dice, 1000000));
      g_string_append_printf (out, "\",\"phone\":\"%s", phone);
    }
  if (ys_dice_chance (dice, 240))
    g_string_append_printf (out, "\",\"email\":\"sq%06u@example.org",
                            ys_dice_below (dice, 1000000));
  if (ys_dice_chance (dice, 780))
    {
      g_string_append (out, "\",\"address\":\"");
      add_pattern (out, dice, "%d%r", 0);
      g_string_append_printf (out, "%d号\",\"postcode\":\"0399%02u", ys_dice_between (dice, 1, 288),
                              ys_dice_below (dice, 100));
    }
  g_string_append (out, "\"}");
}

/* --- requests and documents ------------------------------------------------------------------ */

void
ys_sample_add_request (GString *out, YsDice *dice, int year, const char *form, const char *delivery)
{
  g_string_append (out, "{\"title\":\"");

  gsize at = out->len;
  add_pattern (out, dice, ys_dice_pick (dice, titles), year);
  gsize length = out->len - at;

  g_string_append (out, "\",\"description\":\"申请公开");
  g_string_append_len (out, out->str + at, (gssize) length);
  g_string_append (out, ys_dice_pick (dice, tails));
  g_string_append (out, ys_dice_pick (dice, seconds));
  if (ys_dice_chance (dice, 220))
    {
      g_string_append (out, "\",\"document_number\":\"");
      add_document_number (out, dice, year - ys_dice_between (dice, 0, 6));
    }
  g_string_append_printf (out, "\",\"form\":\"%s\",\"delivery\":\"%s\"}", form, delivery);
}

void
ys_sample_add_document (GString *out, YsDice *dice, gboolean is_rule, int year, int number)
{
  static const char *const kinds[] = {
    "工作方案", "管理办法", "实施意见", "若干措施", "实施细则", "考核办法", "应急预案",
  };

  if (is_rule)
    {
      g_string_append_printf (out,
                              "\"type\":\"rule\",\"title\":\"晴川市%s管理办法\","
                              "\"document_number\":\"晴川市人民政府令第%d号\"",
                              ys_dice_pick (dice, fields), number);
      return;
    }
  g_string_append_printf (out,
                          "\"type\":\"normative\",\"title\":\"关于印发%s%s%s的通知\","
                          "\"document_number\":\"晴政%s〔%d〕%d号\"",
                          ys_dice_pick (dice, districts), ys_dice_pick (dice, fields),
                          ys_dice_pick (dice, kinds), ys_dice_chance (dice, 600) ? "办发" : "发",
                          year, number);
}
