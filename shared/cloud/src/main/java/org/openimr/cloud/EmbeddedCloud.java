package org.openimr.cloud;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openimr.cloud.internal.store.Bodies;
import org.openimr.cloud.internal.store.EmbeddedObjects;
import org.openimr.cloud.internal.store.EmbeddedQueue;
import org.openimr.cloud.internal.store.EmbeddedStream;
import org.openimr.cloud.internal.store.EmbeddedTable;
import org.openimr.cloud.internal.store.Vault;
import org.openimr.records.ObjectStore;
import org.openimr.records.Settings;
import org.openimr.records.Table;

/**
 * The cloud in this process: real storage, in memory or in a folder. A folder has all that was
 * acknowledged, also after a kill: cases, objects, messages, and which changes each function has
 * had. One process at a time may have it open.
 */
public final class EmbeddedCloud implements Cloud {
  private final Vault vault;
  private final EmbeddedStream stream;
  private final EmbeddedQueue queue;
  private final EmbeddedTable table;
  private final EmbeddedObjects objects;

  private EmbeddedCloud(Vault vault, Bodies bodies, InstantSource clock) {
    this.vault = vault;
    this.stream = new EmbeddedStream(vault, clock);
    this.queue = new EmbeddedQueue(vault, clock);
    this.table = new EmbeddedTable(vault, stream);
    this.objects = new EmbeddedObjects(vault, bodies, queue, clock);
  }

  /** A cloud that ends with the process; the clock dates objects, messages and changes. */
  public static EmbeddedCloud inMemory(InstantSource clock) {
    return new EmbeddedCloud(new Vault(Optional.empty()), new Bodies.InMemory(), clock);
  }

  /**
   * A cloud in a folder, which is made if missing.
   *
   * @throws org.openimr.records.CloudFault if another process has it open
   */
  public static EmbeddedCloud in(Path folder, InstantSource clock) {
    return new EmbeddedCloud(
        new Vault(Optional.of(folder)), new Bodies.InFolder(folder.resolve("objects")), clock);
  }

  @Override
  public Table table() {
    return table;
  }

  @Override
  public ObjectStore objects() {
    return objects;
  }

  /** The queue of uploads. */
  public MessageQueue queue() {
    return queue;
  }

  /**
   * Starts an S3 service for the objects, until it is closed.
   *
   * @param port 0 for any that is free
   */
  public S3Endpoint s3(int port, String accessKey, String secretKey) {
    return S3Endpoint.start(objects, port, accessKey, secretKey);
  }

  @Override
  public Settings settings() {
    return Settings.EMBEDDED;
  }

  @Override
  public Delivery delivery(Consumers consumers) {
    stream.consumers(
        consumers.stream().stream().map(StreamConsumer::name).collect(Collectors.toSet()));
    return Delivery.of(
        this, queue, consumer -> stream.shards(consumer.name()), consumers, Optional.empty());
  }

  /** Ends as a killed process does: nothing more is written. For tests of what a kill leaves. */
  public void abandon() {
    vault.abandon();
  }

  @Override
  public void close() {
    vault.close();
  }
}
