package ductus.studio.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RestingMemoryTest {
  @Test
  void isCollectedOnceAfterAllThatWasDone() throws InterruptedException {
    Semaphore collected = new Semaphore(0);
    try (RestingMemory memory = new RestingMemory(Duration.ofMillis(200), collected::release)) {
      for (int i = 0; i < 20; i++) {
        memory.worked();
      }
      assertTrue(collected.tryAcquire(30, TimeUnit.SECONDS));
      Thread.sleep(500);
      assertEquals(0, collected.availablePermits(), "once");
      memory.worked();
    }
    Thread.sleep(300);
    assertEquals(0, collected.availablePermits(), "not once it is closed");
  }
}
