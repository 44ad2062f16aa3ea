package main

import (
	"runtime"
	"sync/atomic"
)

// answerFiles answers the lines of files, or of standard input if there are
// none, and returns the exit status.
func (p *program) answerFiles(files []string, out *output, answer answerFunc) int {
	files = inputs(files)
	run := lineRun{answer: answer, out: out, progress: newProgress(p.stderr, p.stdout), workers: runtime.GOMAXPROCS(0)}
	status := exitDone
	for _, file := range files {
		if len(files) > 1 {
			run.file = file
		}
		in, err := p.open(file)
		if err != nil {
			run.progress.clear()
			status = p.failed(err)
			continue
		}
		run.lines(in)
		in.Close()
	}
	run.progress.clear()
	if err := out.flush(); err != nil {
		return p.failed(err)
	}
	if run.failed {
		return exitFailed
	}
	return status
}

// A lineRun is one pass over the lines of some files.
type lineRun struct {
	answer   answerFunc
	out      *output
	progress *progress
	workers  int
	file     string      // the current file, for errors; "" if there are no others
	failed   bool        // some line could not be answered
	stop     atomic.Bool // output has failed, so there is no need to read on
}

// write writes the answers of a batch, which is complete.
func (run *lineRun) write(b *batch) {
	run.out.write(b.json)
	for i := range b.lines {
		l := &b.lines[i]
		if l.answer != nil {
			run.out.print(l.answer)
		}
		run.failed = run.failed || l.failed
		run.progress.line(l.failed)
	}
	if run.out.err != nil {
		run.stop.Store(true)
	}
}
