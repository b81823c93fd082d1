// React hands on which button was pressed as the second argument of FormData. Chromium before 112 and Safari before
// 16.4 do not know it, and a leader's decision arrived without its move.
class PressedFormData extends FormData {
  constructor(form?: HTMLFormElement, submitter?: HTMLElement | null) {
    super(form);
    if (submitter instanceof HTMLButtonElement && submitter.name !== '') this.append(submitter.name, submitter.value);
  }
}

function knowsSubmitter(): boolean {
  const form = document.createElement('form');
  const button = form.appendChild(document.createElement('button'));
  button.name = 'pressed';
  return new FormData(form, button).has('pressed');
}

if (!knowsSubmitter()) window.FormData = PressedFormData;
