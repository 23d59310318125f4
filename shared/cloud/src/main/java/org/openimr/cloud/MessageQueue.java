package org.openimr.cloud;

import java.util.List;

/** The queue of uploads, beside its delivery. */
public interface MessageQueue {
  /** Adds a message, such as S3's event of an object. */
  void send(String body);

  /** Messages that are neither done nor dead. */
  int size();

  /** Bodies of messages that were received five times and never done, oldest first. */
  List<String> deadLetters();
}
