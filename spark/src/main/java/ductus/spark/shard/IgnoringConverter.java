package ductus.spark.shard;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Parquet wants to be told where values go, also where columns are asked for their values. */
final class IgnoringConverter extends GroupConverter {
  @Override
  public Converter getConverter(int field) {
    return new IgnoringConverter();
  }

  @Override
  public PrimitiveConverter asPrimitiveConverter() {
    return new PrimitiveConverter() {};
  }

  @Override
  public void start() {}

  @Override
  public void end() {}
}
