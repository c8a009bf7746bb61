import { defineMessages } from '#kernel/messages.ts'

/** What stands in a certificate, in the language of the one who destroys: Chinese. */
export const certificateTexts = defineMessages({
  method: [
    '逐表清点、计算 SHA-256 后从数据库删除；数据库文件在整理时覆盖，备份到期时一并清除。有评估的条目单独列出。',
    'Each data set was counted and hashed (SHA-256), then deleted from the database; its files are overwritten as they are vacuumed, backups expire. Items with an assessment are listed.',
  ],
})
