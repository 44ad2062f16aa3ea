package policy_test

import (
	"errors"
	"math"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// bulkCases are n tickets of High, of which number i was reported i nanoseconds
// before its as_of; every seventh has no events.
func bulkCases(t *testing.T, p *policy.Policy, n int) []policy.Case {
	t.Helper()
	report := parseEvents(t, p, "02 09:00 reported High phone")[0]
	all := make([]policy.Case, n)
	for i := range all {
		if i%7 != 3 {
			all[i].Events = []policy.Event{report}
		}
		all[i].AsOf = report.At.Add(time.Duration(i))
	}
	return all
}

// checkBulk checks the answer to case i.
func checkBulk(t *testing.T, i int, a policy.Answer, err error) {
	if i%7 == 3 {
		if !errors.Is(err, policy.ErrEvents) {
			t.Errorf("ticket %d has no events, and the error is %v", i, err)
		}
		return
	}
	if err != nil {
		t.Errorf("ticket %d: %v", i, err)
		return
	}
	if elapsed, _ := a.Clocks[0].Elapsed.Get(); elapsed != time.Duration(i) {
		t.Errorf("the answer to ticket %d is that to ticket %d", i, elapsed)
	}
}

func TestEvaluateAll(t *testing.T) {
	p := mustAcme(t, nil)
	for _, workers := range []int{-1, 0, 1, 2, 3, 8} {
		for _, n := range []int{0, 1, 63, 64, 65, 128, 129, 1000} {
			i := 0
			for a, err := range p.EvaluateAll(slices.Values(bulkCases(t, p, n)), workers) {
				checkBulk(t, i, a, err)
				i++
			}
			if i != n {
				t.Errorf("%d workers gave %d answers to %d tickets", workers, i, n)
			}
		}
	}
}

// TestEvaluateAllStops: a consumer that has enough stops the reading too.
func TestEvaluateAllStops(t *testing.T) {
	p := mustAcme(t, nil)
	all := bulkCases(t, p, 1000)
	for _, enough := range []int{1, 64, 128, 130, 999} {
		read, got := 0, 0
		source := func(yield func(policy.Case) bool) {
			for _, c := range all {
				read++
				if !yield(c) {
					return
				}
			}
		}
		for a, err := range p.EvaluateAll(source, 2) {
			checkBulk(t, got, a, err)
			if got++; got == enough {
				break
			}
		}
		if got != enough || read > enough+2*64 {
			t.Errorf("after %d answers of %d wanted %d tickets were read", got, enough, read)
		}
	}
}

// TestEvaluateAllTogether: one Policy serves several callers at once, and a sequence can be
// used again.
func TestEvaluateAllTogether(t *testing.T) {
	p := mustAcme(t, nil)
	answers := p.EvaluateAll(slices.Values(bulkCases(t, p, 300)), 4)
	var callers sync.WaitGroup
	for range 4 {
		callers.Add(1)
		go func() {
			defer callers.Done()
			i := 0
			for a, err := range answers {
				checkBulk(t, i, a, err)
				i++
			}
		}()
	}
	callers.Wait()
}

// TestEvaluateAllBounds: however many workers are asked for, what is read ahead is bounded;
// and nil cases give no answers.
func TestEvaluateAllBounds(t *testing.T) {
	p := mustAcme(t, nil)
	one := bulkCases(t, p, 1)[0]
	for _, workers := range []int{256, 257, math.MaxInt} {
		read := 0
		endless := func(yield func(policy.Case) bool) {
			for read++; yield(one); read++ {
			}
		}
		for a, err := range p.EvaluateAll(endless, workers) {
			checkBulk(t, 0, a, err)
			break
		}
		if read != 256*64 {
			t.Errorf("%d workers read %d tickets for one answer, want %d", workers, read, 256*64)
		}
	}
	for range p.EvaluateAll(nil, 1) {
		t.Error("no cases gave an answer")
	}
}
