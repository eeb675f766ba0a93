package ductus.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BenchTextTest {
  @Test
  void alignsFiguresAndRatios() {
    String expected =
        """
          Abacus, 2 cores, Linux amd64, Java 17; 2026-11-20
          Ductus 0.1.0, EJML; DJL 0.34.0
          Limits on 1 thread: 200 GFLOPS, 20.0 GB/s read from memory
          Limits on 2 threads: 400 GFLOPS, 30.0 GB/s read from memory
          Setting 1: V128 E64 H128 L1 B32 T64

          Training, tokens a second: median, half the spread, share of the arithmetic limit; how many times as fast Ductus is
          Setting  Cell  Threads   Ductus  ±%  limit%      DJL  ±%  times
                1  lstm        1  200,000  10      69  100,000   0   2.00
                1  lstm        2  300,000  10      52        -   -      -

          Generation at batch size 1, microseconds a token: median, half the spread, share of the read bandwidth; how many times as fast Ductus is
          Setting  Cell  Threads  Ductus  ±%  limit%    DJL  ±%  times
                1  lstm        1     8.0   0      50  100.0   2  12.50
                1  lstm        2     8.0   0      50      -   -      -

          Training on two threads, times as fast as on one
          Setting  Cell  Ductus
                1  lstm    1.50

          Training beside another process that keeps a core busy, tokens a second
          Setting  Cell  One thread  Two threads  times
                1  lstm         100          150   1.50

          Products of a recurrent layer, one thread
          Product         Rows×inner×columns  GFLOPS  limit%
          forward of one  1×128×512               50      25

          Training in longer sequences, one LSTM layer of 64, batch size 4, one thread
          Time steps  µs a token  Bytes a token
              16,384        3.50          3,600
          """;
    assertEquals(expected.lines().toList(), BenchText.of(Reports.ROUND).lines().toList());
  }
}
