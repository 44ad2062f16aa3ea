package main

import (
	"io"
	"sync"
)

// Lines are answered by several workers at once, and still come out in the order
// in which they came in:
//
//	          ┌─ work ─▶ worker ─┐
//	reader ───┤          worker  ├─ done ─▶ writer
//	   ▲      └─ order ──────────┘            │
//	   └──────────────── free ────────────────┘
//
// The reader fills batches and hands each to the workers and, in order, to the writer, which
// waits until it is done. There is a fixed number of batches, so memory does not grow with
// the input: if the writer falls behind, the reader waits for a free batch.
//
// A program may write a line, wait for its answer, and only then write the next. So the
// reader hands on what it has before it waits for input, and the writer flushes what it has
// before it waits for an answer.

// A pipeline is the way that the lines of one file take.
type pipeline struct {
	work  chan *batch // to be answered
	order chan *batch // the same, to be written
	free  chan *batch
	batch *batch // the one that the reader fills; nil if it has none yet
}

// lines answers the lines of r, until one cannot be read or output fails, which flush will
// report.
func (run *lineRun) lines(r io.Reader) {
	batches := 4 * run.workers
	p := &pipeline{make(chan *batch, batches), make(chan *batch, batches), make(chan *batch, batches), nil}
	for range batches {
		p.free <- newBatch()
	}
	var others sync.WaitGroup
	others.Add(1 + run.workers)
	go func() {
		defer others.Done()
		p.read(run, r)
	}()
	for range run.workers {
		go func() {
			defer others.Done()
			for b := range p.work {
				run.answerLines(b)
			}
		}()
	}
	for b := next(p.order, run.out); b != nil; b = next(p.order, run.out) {
		await(b.done, run.out)
		run.write(b)
		b.reset()
		p.free <- b
	}
	others.Wait()
}

// read is what the reader does.
func (p *pipeline) read(run *lineRun, r io.Reader) {
	defer close(p.order)
	defer close(p.work)
	lines := newLineReader(r, p.send)
	for !run.stop.Load() {
		line, err := lines.next()
		if err == io.EOF {
			break
		}
		if err == nil && blank(line) {
			continue
		}
		if p.batch == nil {
			p.batch = <-p.free
		}
		p.batch.add(lines.n, line, err)
		if err != nil && err != errLongLine {
			break // nothing can be read after it
		}
		switch {
		case p.batch.long():
			p.send()
			p.settle()
		case p.batch.full():
			p.send()
		}
	}
	p.send()
}

// send hands on the lines that have been read.
func (p *pipeline) send() {
	if p.batch == nil {
		return
	}
	p.order <- p.batch
	p.work <- p.batch
	p.batch = nil
}

// settle waits until all that was sent has been written.
func (p *pipeline) settle() {
	all := make([]*batch, cap(p.free))
	for i := range all {
		all[i] = <-p.free
	}
	for _, b := range all {
		p.free <- b
	}
}

// next returns the next batch, or nil after the last one. If it must wait, it flushes the
// output first.
func next(batches <-chan *batch, out *output) *batch {
	select {
	case b := <-batches:
		return b
	default:
		out.flush()
		return <-batches
	}
}

// await waits until a batch is done. If it must wait, it flushes the output first.
func await(done <-chan struct{}, out *output) {
	select {
	case <-done:
	default:
		out.flush()
		<-done
	}
}
