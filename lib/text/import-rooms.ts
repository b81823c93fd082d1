/** What the pages say where a list of past items, or a register of past requests, comes in. */
export const importRooms = {
  items: {
    room: '公开信息',
    title: '导入历史信息',
    note: '把以前公开过的信息从表格里一次收进来。先检查，看过问题再决定导入不导入。',
    explanations: [
      '每行一条信息。标题、正文、所属目录和成文日期必填。已有的表格也可以用，只要第一行写明各列的名称。',
      '导入的信息标为“历史信息”，先存为草稿，再成批送审、审批、签发。以前公开的日期写在说明里，不作本系统的公开日期。',
    ],
  },
  requests: {
    room: '依申请公开',
    title: '导入申请登记簿',
    note: '把以前登记的申请从表格里一次收进来，计入表三。先检查，看过问题再决定导入不导入。',
    explanations: [
      '每行一件申请。到达日期、收件渠道、申请人类型、姓名或者名称、所需信息的内容必填。已有的表格也可以用，只要第一行写明各列的名称。',
      '编号按到达日期所在的年份接着编。证件号码和联系方式加密保存。收到、补正、收费、延期、答复、送达和归档按表里的日期登记，并照条例检查。',
    ],
  },
} as const;

export type ImportRoom = keyof typeof importRooms;
