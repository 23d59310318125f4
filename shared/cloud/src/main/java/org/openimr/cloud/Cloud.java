package org.openimr.cloud;

import org.openimr.records.ObjectStore;
import org.openimr.records.Settings;
import org.openimr.records.Table;

/** Table, buckets, and the delivery of their events: embedded, or an emulator's. */
public interface Cloud extends AutoCloseable {
  /** The table of cases and uploads. */
  Table table();

  /** The buckets. */
  ObjectStore objects();

  /** What they are called. */
  Settings settings();

  /** Delivery of events to functions; one at a time, and closed before the cloud. */
  Delivery delivery(Consumers consumers);

  @Override
  void close();
}
