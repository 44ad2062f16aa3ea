package desk

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"path/filepath"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/clock"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// A desk whose database can be read and not written is not healthy: from the first
// event that could not be stored, or after a while, and until it can be written again.
// What a client got wrong says nothing about the database.
func TestUnwritable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "unwritable.db")
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(context.Background())
		s, err := store.Open(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		d := New(s, agreements.NewRegistry(agreements.BuiltIn{}), clock.Wall{}, slog.New(slog.NewTextHandler(io.Discard, nil)))
		if err := d.Start(ctx); err != nil {
			t.Fatal(err)
		}
		create(t, d, "P", "purchased", "3", "phone")
		healthy := func(when string, want bool) {
			t.Helper()
			synctest.Wait()
			if err := d.Healthy(ctx); (err == nil) != want {
				t.Errorf("%s: %v", when, err)
			}
		}
		full := errors.New("the disk is full")
		var refused atomic.Pointer[error]
		s.Refuse = func() error {
			if err := refused.Load(); err != nil {
				return *err
			}
			return nil
		}
		ended := make(chan error)
		go func() { ended <- d.Run(ctx) }()
		for _, row := range []struct {
			name  string
			write bool
			after time.Duration
		}{{"an event that cannot be stored", true, 0}, {"a minute", false, time.Minute}} {
			healthy("before "+row.name, true)
			refused.Store(&full)
			if row.write {
				var invalid *InvalidError
				if _, _, _, err := d.AddEvent(ctx, "P", NewEvent{Kind: "updated"}); err == nil || errors.As(err, &invalid) {
					t.Errorf("an event for which there is no room: %v", err)
				}
			}
			time.Sleep(row.after)
			healthy("after "+row.name, false)
			time.Sleep(5 * time.Second)
			healthy("still, after "+row.name, false)
			refused.Store(nil)
			time.Sleep(time.Second)
			healthy("and then", true)
		}
		add(t, d, "P", NewEvent{Kind: "updated"})
		// What a client got wrong is no reason to look.
		if _, _, _, err := d.AddEvent(ctx, "P", NewEvent{Kind: "exploded"}); err == nil || d.suspect.Load() {
			t.Errorf("a wrong event: %v", err)
		}
		stop()
		if err := errors.Join(<-ended, s.Close()); err != nil {
			t.Error(err)
		}
	})
}
