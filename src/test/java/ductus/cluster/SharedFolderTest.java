package ductus.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedFolderTest {
  @ParameterizedTest
  @ValueSource(strings = {"hdfs://host:8020/tunes", "s3a://bucket", "file:/tunes", "x-y.z+1:/a"})
  void anAddressStaysAsItIs(String place) {
    assertTrue(SharedFolder.isAddress(place));
    assertEquals(place, SharedFolder.whole(place));
  }

  @ParameterizedTest
  @ValueSource(strings = {"my:folder", "my:folder/other", "tunes", "a/b:/c", "C:/tunes", "12:/x"})
  void aPathBecomesWhole(String place) {
    assertFalse(SharedFolder.isAddress(place));
    assertEquals(Path.of(place).toAbsolutePath().toString(), SharedFolder.whole(place));
  }
}
