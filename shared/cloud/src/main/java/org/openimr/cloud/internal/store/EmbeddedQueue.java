package org.openimr.cloud.internal.store;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.mvstore.MVMap;
import org.openimr.cloud.MessageQueue;
import org.openimr.cloud.internal.delivery.Inbox;
import org.openimr.cloud.internal.delivery.QueuePump;

/**
 * A queue as SQS keeps it: a received message is out of sight until it is deleted or its visibility
 * timeout is over, and at its sixth receipt goes to the dead letters instead.
 */
public final class EmbeddedQueue implements Inbox, MessageQueue {
  private static final Duration VISIBILITY = Duration.ofMinutes(15);

  private final Vault vault;
  private final InstantSource clock;
  private final MVMap<byte[], byte[]> messages;
  private final MVMap<byte[], byte[]> dead;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** The queue of a store. Whoever had received a message is gone: all are in sight. */
  public EmbeddedQueue(Vault vault, InstantSource clock) {
    this.vault = vault;
    this.clock = clock;
    this.messages = vault.map("messages");
    this.dead = vault.map("deadLetters");
    vault.write("OpenQueue", this::showAll);
  }

  private record Message(String body, long sentMillis, int receipts, long visibleMillis) {
    byte[] bytes() {
      return Bytes.write(
          out -> {
            Bytes.text(out, body);
            out.writeLong(sentMillis);
            out.writeInt(receipts);
            out.writeLong(visibleMillis);
          });
    }

    static Message of(byte[] bytes) {
      return Bytes.read(
          bytes, in -> new Message(Bytes.text(in), in.readLong(), in.readInt(), in.readLong()));
    }

    Message visibleAt(long millis) {
      return new Message(body, sentMillis, receipts, millis);
    }
  }

  private int showAll() {
    List<byte[]> keys = new ArrayList<>(messages.keyList());
    for (byte[] key : keys) {
      change(key, 0);
    }
    return keys.size();
  }

  /** Within a write: adds a message. */
  void append(String body) {
    long now = clock.millis();
    messages.put(Bytes.key(vault.next()), new Message(body, now, 0, now).bytes());
  }

  /** After the write: wakes the reader. */
  void announce() {
    listeners.forEach(Runnable::run);
  }

  @Override
  public void send(String body) {
    vault.write(
        "SendMessage",
        () -> {
          append(body);
          return body;
        });
    announce();
  }

  @Override
  public List<SQSMessage> receive(int limit) {
    return messages.isEmpty()
        ? List.of()
        : vault.write("ReceiveMessage", () -> receiveVisible(limit));
  }

  private List<SQSMessage> receiveVisible(int limit) {
    long now = clock.millis();
    List<SQSMessage> received = new ArrayList<>();
    for (var entries = messages.cursor(null); entries.hasNext() && received.size() < limit; ) {
      byte[] key = entries.next();
      Message message = Message.of(entries.getValue());
      if (message.visibleMillis() > now) {
        continue;
      }
      if (message.receipts() == QueuePump.MOST_RECEIPTS) {
        messages.remove(key);
        dead.put(key, message.bytes());
      } else {
        Message taken =
            new Message(
                message.body(),
                message.sentMillis(),
                message.receipts() + 1,
                now + VISIBILITY.toMillis());
        messages.put(key, taken.bytes());
        received.add(received(Bytes.number(key), taken));
      }
    }
    return received;
  }

  private static SQSMessage received(long number, Message message) {
    SQSMessage received = new SQSMessage();
    received.setMessageId(String.format("00000000-0000-0000-0000-%012x", number));
    received.setReceiptHandle(Long.toString(number));
    received.setBody(message.body());
    received.setAttributes(
        Map.of(
            "ApproximateReceiveCount", Integer.toString(message.receipts()),
            "SentTimestamp", Long.toString(message.sentMillis())));
    received.setMessageAttributes(Map.of());
    received.setEventSource("aws:sqs");
    received.setEventSourceArn("arn:aws:sqs:us-east-1:000000000000:imr-uploads");
    received.setAwsRegion("us-east-1");
    return received;
  }

  @Override
  public void delete(SQSMessage message) {
    vault.write("DeleteMessage", () -> Optional.ofNullable(messages.remove(key(message))));
  }

  @Override
  public void release(SQSMessage message, Duration delay) {
    vault.write(
        "ChangeMessageVisibility", () -> change(key(message), clock.millis() + delay.toMillis()));
  }

  private static byte[] key(SQSMessage message) {
    return Bytes.key(Long.parseLong(message.getReceiptHandle()));
  }

  private boolean change(byte[] key, long visibleMillis) {
    byte[] bytes = messages.get(key);
    if (bytes == null) {
      return false;
    }
    messages.put(key, Message.of(bytes).visibleAt(visibleMillis).bytes());
    return true;
  }

  @Override
  public void onArrival(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public int size() {
    return messages.size();
  }

  @Override
  public List<String> deadLetters() {
    List<String> bodies = new ArrayList<>();
    for (var entries = dead.cursor(null); entries.hasNext(); ) {
      entries.next();
      bodies.add(Message.of(entries.getValue()).body());
    }
    return bodies;
  }
}
