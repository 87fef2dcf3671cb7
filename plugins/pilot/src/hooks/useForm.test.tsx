import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refused } from '../__testUtils__/refused';
import { show } from '../__testUtils__/portals';
import { type Form, useForm } from './useForm';

interface Answer {
  readonly reason: string;
  readonly day: string;
}

const untouched: Answer = { reason: '', day: '' };

/** A form with two fields, of which the reason has to be given. */
function Sample(props: {
  send: (draft: Answer) => Promise<string>;
  onSent?: (result: string) => void;
  onForm?: (form: Form<Answer, string>) => void;
}) {
  const { send, onSent = () => {}, onForm } = props;
  const form = useForm({
    name: 'sample',
    initial: untouched,
    problems: ({ reason }) => ({ reason: !reason.trim() && 'Say why.' }),
    sentAs: { expiresAt: 'day' },
    send,
  });
  onForm?.(form);
  const field = (name: keyof Answer) => {
    const { ref, value, onChange, validate } = form.text(name);
    return (
      <label ref={ref}>
        {name}
        <input value={value} onChange={event => onChange(event.target.value)} />
        <em>{validate()}</em>
      </label>
    );
  };
  return (
    <>
      {field('reason')}
      {field('day')}
      <button onClick={() => form.submit(onSent)}>Send</button>
      <button onClick={form.retry}>Again</button>
      <p role="status">{form.error?.message}</p>
    </>
  );
}

const reason = () => screen.findByRole('textbox', { name: /reason/ });
const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('useForm', () => {
  it('leads to the first field that is not right, and sends nothing', async () => {
    const send = jest.fn(async () => 'sent');
    await show(<Sample send={send} />);
    await reason();
    expect(screen.queryByText('Say why.')).not.toBeInTheDocument();
    await press('Send');
    expect(await screen.findByText('Say why.')).toBeInTheDocument();
    expect(await reason()).toHaveFocus();
    expect(send).not.toHaveBeenCalled();
    await userEvent.type(await reason(), 'Late');
    expect(screen.queryByText('Say why.')).not.toBeInTheDocument();
  });

  it('keeps what is typed until it was sent', async () => {
    const send = jest
      .fn(async (_draft: Answer) => 'sent')
      .mockRejectedValueOnce(new Error('down'));
    const onSent = jest.fn();
    const { cache } = await show(<Sample send={send} onSent={onSent} />);
    await userEvent.type(await reason(), 'Late');
    await press('Send');
    expect(await screen.findByText('down')).toBeInTheDocument();
    expect(await reason()).toHaveValue('Late');
    expect(cache.formDrafts.of('sample')).toMatchObject({ reason: 'Late' });
    await press('Again');
    await waitFor(() => expect(onSent).toHaveBeenCalledWith('sent'));
    expect(cache.formDrafts.of('sample')).toBeUndefined();
    expect(await reason()).toHaveValue('');
    // Nothing is wrong with a form that is new again.
    expect(screen.queryByText('Say why.')).not.toBeInTheDocument();
  });

  it('sends again what was mended in the meantime', async () => {
    const send = jest
      .fn(async (_draft: Answer) => 'sent')
      .mockRejectedValueOnce(new Error('down'));
    await show(<Sample send={send} />);
    await userEvent.type(await reason(), 'Late');
    await press('Send');
    await screen.findByText('down');
    await userEvent.type(await reason(), ', and why');
    await press('Again');
    await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    expect(send.mock.calls[1][0]).toMatchObject({ reason: 'Late, and why' });
  });

  it('says what the answer refused at the field that it names', async () => {
    const send = jest.fn(async (_draft: Answer): Promise<string> => {
      throw await refused(400, 'expiresAt: must be later than now');
    });
    await show(<Sample send={send} />);
    await userEvent.type(await reason(), 'Late');
    await press('Send');
    expect(await screen.findByText('must be later than now')).toBeVisible();
    const day = screen.getByRole('textbox', { name: /day/ });
    expect(day).toHaveFocus();
    await userEvent.type(day, '1');
    expect(screen.queryByText('must be later than now')).toBeNull();
  });

  it('does not send twice what only the rest of failed', async () => {
    const send = jest.fn(async () => 'sent');
    const onSent = jest
      .fn()
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValueOnce(undefined);
    await show(<Sample send={send} onSent={onSent} />);
    await userEvent.type(await reason(), 'Late');
    await press('Send');
    await screen.findByText('down');
    await press('Again');
    await waitFor(() => expect(onSent).toHaveBeenCalledTimes(2));
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('takes an error away, and leaves the form as it is', async () => {
    let form!: Form<Answer, string>;
    await show(
      <Sample
        send={async () => {
          throw new Error('down');
        }}
        onForm={next => {
          form = next;
        }}
      />,
    );
    await userEvent.type(await reason(), 'Late');
    await press('Send');
    await screen.findByText('down');
    act(() => form.forget());
    expect(screen.queryByText('down')).not.toBeInTheDocument();
    expect(await reason()).toHaveValue('Late');
  });
});
