package ductus.studio.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnstileTest {
  @Test
  void letsOneInSixteenWaitAndRefusesMore() throws Exception {
    Turnstile turnstile = new Turnstile();
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch inside = new CountDownLatch(1);
    AtomicInteger together = new AtomicInteger();
    ExecutorService pages = Executors.newCachedThreadPool();
    List<Future<Integer>> passing = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      passing.add(
          pages.submit(
              () ->
                  turnstile.pass(
                      () -> true,
                      () -> {
                        int now = together.incrementAndGet();
                        inside.countDown();
                        open.await();
                        together.decrementAndGet();
                        return now;
                      })));
    }
    inside.await();
    while (passing.stream().filter(Future::isDone).count() < 23) {
      Thread.sleep(5);
    }
    RequestException refused =
        assertThrows(RequestException.class, () -> turnstile.pass(() -> true, () -> "never"));
    assertEquals(503, refused.status());
    open.countDown();
    int passed = 0;
    for (Future<Integer> each : passing) {
      try {
        assertEquals(1, each.get(), "at a time");
        passed++;
      } catch (java.util.concurrent.ExecutionException tooMany) {
        assertTrue(tooMany.getCause() instanceof RequestException);
      }
    }
    assertEquals(17, passed);
    assertEquals("free", turnstile.pass(() -> true, () -> "free"));
    pages.shutdown();
  }

  @Test
  void whoHasLeftMeanwhileGivesUpTheirPlace() throws Exception {
    Turnstile turnstile = new Turnstile();
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch inside = new CountDownLatch(1);
    ExecutorService pages = Executors.newCachedThreadPool();
    Future<String> first =
        pages.submit(
            () ->
                turnstile.pass(
                    () -> true,
                    () -> {
                      inside.countDown();
                      open.await();
                      return "done";
                    }));
    inside.await();
    AtomicInteger worked = new AtomicInteger();
    // As many as may wait, twice: each gives up its place before long.
    for (int i = 0; i < 2; i++) {
      List<Future<Integer>> others = new ArrayList<>();
      for (int k = 0; k < 16; k++) {
        others.add(pages.submit(() -> turnstile.pass(() -> false, worked::incrementAndGet)));
      }
      for (Future<Integer> other : others) {
        ExecutionException refused = assertThrows(ExecutionException.class, other::get);
        assertInstanceOf(RequestException.class, refused.getCause());
      }
    }
    open.countDown();
    assertEquals("done", first.get());
    assertEquals(0, worked.get());
    pages.shutdown();
  }
}
