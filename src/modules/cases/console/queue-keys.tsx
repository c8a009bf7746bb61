import { Modal } from 'antd'
import { queueTexts as t } from './messages.ts'

/** Which keys do what. */
export const KeysHelp = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Modal title={t.keys()} open={open} onCancel={onClose} footer={null} width={360}>
    <dl className="facts">
      <dt>
        <kbd>j</kbd> <kbd>k</kbd>
      </dt>
      <dd>{t.keyDown()}</dd>
      <dt>
        <kbd>Enter</kbd>
      </dt>
      <dd>{t.keyOpen()}</dd>
      <dt>
        <kbd>x</kbd>
      </dt>
      <dd>{t.keySelect()}</dd>
      <dt>
        <kbd>/</kbd>
      </dt>
      <dd>{t.keySearch()}</dd>
      <dt>
        <kbd>?</kbd>
      </dt>
      <dd>{t.keyHelp()}</dd>
    </dl>
  </Modal>
)
