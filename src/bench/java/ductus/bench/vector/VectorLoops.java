package ductus.bench.vector;

import ductus.bench.measure.LimitLoops;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops at the machine's vector width. Loaded by name. */
public final class VectorLoops implements LimitLoops {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Independent sums: more than latency times units, fewer than the registers of any machine. */
  private static final int CHAINS = 12;

  /** Values stay near one: nothing overflows, nothing becomes subnormal. */
  private static final float FACTOR = 0.999f;

  private static final float TERM = 0.001f;

  @Override
  public int operationsOfARound() {
    return CHAINS * SPECIES.length() * 2;
  }

  @Override
  public float multiplyAdd(int rounds) {
    FloatVector x = FloatVector.broadcast(SPECIES, FACTOR);
    FloatVector y = FloatVector.broadcast(SPECIES, TERM);
    FloatVector a = FloatVector.zero(SPECIES);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    FloatVector e = a;
    FloatVector f = a;
    FloatVector g = a;
    FloatVector h = a;
    FloatVector i = a;
    FloatVector j = a;
    FloatVector k = a;
    FloatVector l = a;
    for (int round = 0; round < rounds; round++) {
      a = a.fma(x, y);
      b = b.fma(x, y);
      c = c.fma(x, y);
      d = d.fma(x, y);
      e = e.fma(x, y);
      f = f.fma(x, y);
      g = g.fma(x, y);
      h = h.fma(x, y);
      i = i.fma(x, y);
      j = j.fma(x, y);
      k = k.fma(x, y);
      l = l.fma(x, y);
    }
    return a.add(b)
        .add(c)
        .add(d)
        .add(e)
        .add(f)
        .add(g)
        .add(h)
        .add(i)
        .add(j)
        .add(k)
        .add(l)
        .reduceLanes(VectorOperators.ADD);
  }

  @Override
  public float sum(float[] values, int from, int to) {
    int width = SPECIES.length();
    FloatVector a = FloatVector.zero(SPECIES);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    int i = from;
    for (; i <= to - 4 * width; i += 4 * width) {
      a = a.add(FloatVector.fromArray(SPECIES, values, i));
      b = b.add(FloatVector.fromArray(SPECIES, values, i + width));
      c = c.add(FloatVector.fromArray(SPECIES, values, i + 2 * width));
      d = d.add(FloatVector.fromArray(SPECIES, values, i + 3 * width));
    }
    float sum = a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
    for (; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }
}
