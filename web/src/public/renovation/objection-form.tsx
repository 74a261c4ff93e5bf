import { type Component, createSignal, onMount } from 'solid-js';
import { limits } from '../../../../functions/renovation/renovation.words.ts';
import { ApiProblem } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { codeOf, fieldMessage, problemMessage } from '../messages/messages.ts';
import { noticeWords } from '../public.words.ts';
import { prepareProof } from '../questions/proof.ts';
import { createObjector } from './notices.queries.ts';

const { t } = noticeWords;

/** What a refusal means for whoever reads the notices, in the language now shown. */
export const refusalMessage = (code: string): string =>
  noticeWords.find(`problem.${code}`) ?? problemMessage(code);

const messagesOf = (thrown: unknown): readonly FieldMessage[] =>
  thrown instanceof ApiProblem && thrown.errors.length > 0
    ? thrown.errors.map((problem) => ({ name: problem.path, message: fieldMessage(problem) }))
    : [{ name: '', message: refusalMessage(codeOf(thrown)) }];

export interface ObjectionFormProps {
  notice: string;
  name: string;
  village: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Why a home should not be built, by somebody whom only the federation gets to know. */
export const ObjectionForm: Component<ObjectionFormProps> = (props) => {
  const [text, setText] = createSignal('');
  const [name, setName] = createSignal('');
  const [phone, setPhone] = createSignal('');
  const [messages, setMessages] = createSignal<readonly FieldMessage[]>([]);
  const [isBusy, setBusy] = createSignal(false);
  const [isRefused, setRefused] = createSignal(false);
  const object = createObjector(props.notice);
  let heading: HTMLHeadingElement | undefined;
  onMount(() => {
    heading?.focus();
    prepareProof();
  });
  const errorOf = (field: string): string | undefined =>
    messages().find((message) => message.name === field)?.message;
  const missing = (): FieldMessage[] => [
    ...(text().trim() === '' ? [{ name: 'text', message: t('object.missing.text') }] : []),
    ...(name().trim() === '' ? [{ name: 'name', message: t('object.missing.name') }] : []),
    ...(phone().trim() === '' ? [{ name: 'phone', message: t('object.missing.phone') }] : []),
  ];
  const send = async (): Promise<void> => {
    if (isBusy()) return;
    const lacks = missing();
    setRefused(false);
    setMessages(lacks);
    if (lacks.length > 0) return;
    setBusy(true);
    try {
      await object({ text: text(), name: name(), phone: phone() });
      props.onDone();
    } catch (thrown) {
      setRefused(true);
      setMessages(messagesOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    void send();
  };
  return (
    <div class="own-act stack">
      <h3 tabindex="-1" ref={(element) => (heading = element)}>
        {t('object.title', { name: props.name, village: props.village })}
      </h3>
      <ErrorSummary errors={messages()} {...(isRefused() ? { title: t('object.failed') } : {})} />
      <form class="stack" noValidate onSubmit={submit}>
        <TextArea
          name="text"
          label={t('object.text')}
          hint={t('object.text.hint')}
          limit={limits.text}
          value={text()}
          error={errorOf('text')}
          onInput={setText}
        />
        <Notice>
          <p>{t('object.why')}</p>
        </Notice>
        <TextField
          name="name"
          label={t('object.name')}
          width="medium"
          autocomplete="name"
          value={name()}
          error={errorOf('name')}
          onInput={setName}
        />
        <TextField
          name="phone"
          label={t('object.phone')}
          hint={t('object.phone.hint')}
          type="tel"
          inputmode="tel"
          width="medium"
          autocomplete="tel-national"
          value={phone()}
          error={errorOf('phone')}
          onInput={setPhone}
        />
        <div class="row">
          <Button type="submit" kind="main" busy={isBusy()}>
            {isBusy() ? t('object.busy') : t('object.send')}
          </Button>
          <Button onPress={props.onCancel}>{t('object.cancel')}</Button>
        </div>
      </form>
    </div>
  );
};
