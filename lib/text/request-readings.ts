import type { Reading, ReadingChoice } from '@/lib/domain/requests/readings';

type Said<Name extends Reading> = { question: string; choices: Record<ReadingChoice<Name>, string> };

/** The questions of counting that the text leaves open, and what each answer means. */
export const readingTexts: { [Name in Reading]: Said<Name> } = {
  internet_receipt: {
    question: '网上提交的申请，哪一天是收到之日',
    choices: {
      both_confirm: '双方确认之日。平台自动回执不算确认，由工作机构与申请人确认后登记。',
      platform: '平台接收之日。申请人按平台约定提交即视为双方确认。',
    },
  },
  consultation_sending_day: {
    question: '发出征求意见书的当日，计不计入答复期限',
    choices: { counts: '计入，从次日起停止计算。', paused: '不计入，从当日起停止计算。' },
  },
  consultation_answer_day: {
    question: '收到意见的当日，计不计入答复期限',
    choices: { paused: '不计入，从次日起继续计算。', counts: '计入，从当日起继续计算。' },
  },
  consultation_delivery_unknown: {
    question: '没有登记征求意见书送达日期的，15个工作日从哪天算起',
    choices: { from_sending: '从发出的次日算起；登记送达日期后，改从送达的次日算起。' },
  },
  other_body_pause: {
    question: '征求其他机关意见，最多停止计算多久',
    choices: {
      at_most_15: '到收到意见为止，最多15个工作日，与第三方、共同制作机关一样。',
      until_answer: '到收到意见为止；共同制作机关仍以15个工作日为限。',
    },
  },
  overlapping_pauses: {
    question: '同时征求几方意见，重叠的日子怎么扣',
    choices: { once: '只扣一次。不计算的是所需的时间，同一天不能扣两次。' },
  },
  correction_asked_late: {
    question: '超过7个工作日才告知补正的，补正后期限是否重新计算',
    choices: {
      restarts: '重新计算，从收到补正申请之日起算；逾期告知单独提示。',
      runs_on: '不重新计算，原期限继续。',
    },
  },
  corrected_late: {
    question: '补正期限过后才收到的补正，是否受理',
    choices: {
      with_good_reason: '有正当理由的受理，登记时写明理由；没有的，视为放弃申请。',
      until_closed: '尚未按逾期不补正办结的，一律受理。',
    },
  },
  last_day_off: {
    question: '补正期限等不按工作日计算的期限，最后一日是休息日的',
    choices: { rolls: '以休息日结束的次日为最后一日。', stands: '仍以当日为最后一日。' },
  },
  extension_in_time: {
    question: '延长答复期限，哪些事应当在原期限届满前完成',
    choices: {
      consent_and_notice: '负责人同意和告知申请人都应当在原期限届满前。',
      consent: '负责人同意应当在原期限届满前，告知可以稍后。',
    },
  },
  extension_count: {
    question: '答复期限可以延长几次',
    choices: { once: '一次，最长20个工作日。', up_to_20: '可以分几次，合计最长20个工作日。' },
  },
  extension_after_restart: {
    question: '期限重新计算的，原来的延长还算不算',
    choices: { falls_away: '不算。重新计算的是20个工作日，需要时可以再依法延长。' },
  },
  fee_period: {
    question: '缴费期限多长',
    choices: { working_days_20: '收到收费通知的次日起20个工作日。', calendar_days_30: '收到收费通知的次日起30日。' },
  },
  fee_paid: {
    question: '缴费以后，答复期限怎么算',
    choices: { restarts: '从缴费的次日起重新计算。', resumes: '从缴费的次日起继续计算，等待缴费的日子不计。' },
  },
  after_last_day: {
    question: '答复期限届满以后发生的补正、征求意见、延长、延迟、收费，影不影响期限',
    choices: { no_effect: '不影响。已经届满的期限不因以后的事项恢复。' },
  },
  answer_made: {
    question: '以哪一天判断答复是否逾期',
    choices: {
      delivered: '送达之日：直接送达、委托送达的，签收之日；邮寄送达的，交邮之日。',
      signed: '答复书落款之日。',
    },
  },
  counted_as_new: {
    question: '申请计入哪一年的“本年新收”',
    choices: { receipt: '收到之日所在的年。没有确认收到的，不计入。' },
  },
  counted_result: {
    question: '重新办理的申请，结果怎么统计',
    choices: { first_answer: '一件申请只计一次，计入第一次办结的年份和项目。重新答复不再计。' },
  },
  counted_case: {
    question: '行政复议、行政诉讼计入哪一年',
    choices: { closed_or_pending: '审结的计入审结之年；到年底没有审结的，计入当年的“尚未审结”。' },
  },
};
