package policy

import (
	"iter"
	"slices"
	"sync"
	"time"
)

// A Case is a ticket to be evaluated with others: its events, and the instant to answer
// for. The zero Case is invalid: it has no event, which is an [ErrEvents].
type Case struct {
	Events []Event
	AsOf   time.Time
}

// casesPerWorker is how many cases a worker takes at a time: enough that
// handing them out costs little, few enough that answers come soon.
const casesPerWorker = 64

// maxWorkers is the greatest number of workers: more than machines have processors, and few
// enough that what is read ahead stays small.
const maxWorkers = 256

// EvaluateAll evaluates many tickets on several workers and yields their answers in the
// order of the tickets. It reads ahead by at most 64 tickets per worker, so that memory
// does not grow with their number; the first answer comes once that many tickets, or all of
// them, have been read. workers is usually the number of processors; less than 1 is taken
// as 1, and more than 256 as 256. If a ticket has an error, the error is yielded in its
// place, and the others are evaluated all the same. If cases is nil, nothing is yielded.
func (p *Policy) EvaluateAll(cases iter.Seq[Case], workers int) iter.Seq2[Answer, error] {
	most := min(max(workers, 1), maxWorkers) * casesPerWorker
	return func(yield func(Answer, error) bool) {
		if cases == nil {
			return
		}
		var batch []outcome
		for c := range cases {
			batch = append(batch, outcome{Case: c})
			if len(batch) == most {
				if !p.evaluateBatch(batch, yield) {
					return
				}
				batch = batch[:0]
			}
		}
		p.evaluateBatch(batch, yield)
	}
}

// An outcome is a case with its answer.
type outcome struct {
	Case
	answer Answer
	err    error
}

// evaluateBatch evaluates a batch, each worker a part of it, and yields the
// answers. All workers have ended when it returns.
func (p *Policy) evaluateBatch(batch []outcome, yield func(Answer, error) bool) bool {
	var workers sync.WaitGroup
	for part := range slices.Chunk(batch, casesPerWorker) {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for i := range part {
				part[i].answer, part[i].err = p.Evaluate(part[i].Events, part[i].AsOf)
			}
		}()
	}
	workers.Wait()
	for i := range batch {
		if !yield(batch[i].answer, batch[i].err) {
			return false
		}
	}
	return true
}
