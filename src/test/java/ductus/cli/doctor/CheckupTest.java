package ductus.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.doctor.CheckFinding.State;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CheckupTest {
  @Test
  void goesOnPastWhatHangsOrBreaks() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    List<CheckFinding> findings =
        new Checkup(100)
            .add(
                "hangs",
                () -> {
                  never.await();
                  return CheckFinding.ok("hangs", "");
                })
            .add(
                "breaks",
                () -> {
                  throw new UnsatisfiedLinkError("no driver");
                })
            .add("last", () -> CheckFinding.ok("last", "here"))
            .findings();
    assertEquals(
        List.of(State.OPTIONAL, State.OPTIONAL, State.OK),
        findings.stream().map(CheckFinding::state).toList());
    assertTrue(findings.get(0).found().startsWith("does not answer"));
    assertTrue(findings.get(1).found().contains("no driver"));
    assertEquals("here", findings.get(2).found());
  }
}
