'use client';

import { type Answer, DecisionForm } from '@/components/office/decision-form';
import { Send } from '@/components/office/typed-fields';

type NewGuideProps = { action: (before: Answer, form: FormData) => Promise<Answer> };

/** Begins the guide with a text that is true to the Regulations. */
export const NewGuide = ({ action }: NewGuideProps) => (
  <DecisionForm action={action} hidden={{}} labels={{}} title="没有建立" className="grid gap-4 p-4">
    <p>
      《中华人民共和国政府信息公开条例》第十二条要求编制政府信息公开指南并及时更新。系统按条例写好各部分的文字，联系方式取自机关设置，您核对、补充以后送审。
    </p>
    <p>
      <Send primary working="正在建立…">
        开始编制
      </Send>
    </p>
  </DecisionForm>
);
