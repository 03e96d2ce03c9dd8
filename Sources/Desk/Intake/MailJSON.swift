extension Mail {
  /// What `guichet mail --dry-run --json` prints: the ticket this mail would open.
  /// - Parameter sha256: the digest of an attachment, in hexadecimal, under which it would be stored.
  package func json(sha256: ([UInt8]) -> String) -> JSON {
    JSON.object(
      of: ("subject", .string(subject)),
      ("requester", .object(of: ("name", .string(from?.name ?? "")), ("email", .string(from?.email ?? "")))),
      ("body", .string(body)),
      ("attachments", .array(attachments.map { $0.json(sha256: sha256) })),
      ("message_id", messageID.map(JSON.string) ?? .null),
      ("in_reply_to", inReplyTo.first.map(JSON.string) ?? .null),
      ("references", .array(references.map(JSON.string))),
      ("date", date.map { .string($0.rfc3339) } ?? .null),
      ("auto", .bool(isAuto)),
      ("bounce", .bool(isBounce)),
      ("bounced_message_id", bouncedID.map(JSON.string) ?? .null),
      ("deliveries", .array(deliveries.map(\.json))),
      ("defects", .array(defects.map(\.rawValue).sorted().map(JSON.string))))
  }
}

extension Mail.Attachment {
  fileprivate func json(sha256: ([UInt8]) -> String) -> JSON {
    .object(
      of: ("name", .string(name)), ("type", .string(type)), ("bytes", .int(Int64(bytes.count))),
      ("sha256", .string(sha256(bytes))), ("inline", .bool(inline)))
  }
}

extension Delivery {
  fileprivate var json: JSON {
    .object(of: ("recipient", .string(recipient)), ("action", .string(action)), ("status", .string(status)))
  }
}
