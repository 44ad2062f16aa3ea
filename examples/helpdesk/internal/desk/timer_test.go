package desk

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/clock"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// The timer wakes when something happens, also for a ticket that comes while it
// sleeps, and not before. The test's time passes without waiting.
func TestTimer(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(context.Background())
		s, err := store.Open(ctx, filepath.Join(dir, "timer.db"))
		if err != nil {
			t.Fatal(err)
		}
		d := New(s, agreements.NewRegistry(agreements.BuiltIn{}), clock.Wall{}, slog.New(slog.NewTextHandler(io.Discard, nil)))
		if err := d.Start(ctx); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error)
		go func() { ended <- d.Run(ctx) }()
		began := time.Now()
		synctest.Wait()
		create(t, d, "slow", "ispsystem", "Emergency", "")
		add(t, d, "slow", NewEvent{Kind: "registered"})  // due in 8 h
		create(t, d, "quick", "purchased", "1", "phone") // due in 1 h
		for _, row := range []struct {
			after time.Duration
			want  []string
		}{
			{time.Hour - time.Second, nil},
			{time.Hour + time.Millisecond, []string{"quick/response/2000-01-01T00:00:00Z/due"}},
			{8*time.Hour - time.Second, []string{"quick/response/2000-01-01T00:00:00Z/due"}},
			{8*time.Hour + time.Millisecond, []string{"quick/response/2000-01-01T00:00:00Z/due", "slow/response/2000-01-01T00:00:00Z/due"}},
		} {
			time.Sleep(time.Until(began.Add(row.after)))
			synctest.Wait()
			notices, err := d.Outbox(ctx, 0, 10)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, n := range notices {
				got = append(got, n.Key())
			}
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Errorf("after %s (-want +got):\n%s", row.after, diff)
			}
		}
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
}

// A desk whose timer cannot note what happened says that it is not healthy.
func TestHealthy(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(context.Background())
		s, err := store.Open(ctx, filepath.Join(dir, "healthy.db"))
		if err != nil {
			t.Fatal(err)
		}
		d := New(s, agreements.NewRegistry(agreements.BuiltIn{}), clock.Wall{}, slog.New(slog.NewTextHandler(io.Discard, nil)))
		if err := d.Start(ctx); err != nil {
			t.Fatal(err)
		}
		create(t, d, "P", "purchased", "1", "phone") // due in 1 h
		ended := make(chan error)
		go func() { ended <- d.Run(ctx) }()
		time.Sleep(59 * time.Minute)
		synctest.Wait()
		if err := d.Healthy(ctx); err != nil {
			t.Errorf("before: %v", err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(2 * time.Minute)
		synctest.Wait()
		if failed := d.failed.Load(); failed == nil || !errors.Is(d.Healthy(ctx), *failed) {
			t.Error("it is said to be healthy")
		}
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}
