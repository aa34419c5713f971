# The figures of the loan applications as R has them: one line each, its key and the number.
#   Rscript funnel.R cases_first_stage_times.csv > figures
suppressPackageStartupMessages(library(survival))
options(warn = -1) # prop.test doubts its chi-squared approximation; only its interval is used

file <- commandArgs(trailingOnly = TRUE)[1]
stages <- c("A_SUBMITTED", "A_PREACCEPTED", "A_ACCEPTED", "A_FINALIZED", "O_SENT", "O_SENT_BACK", "O_ACCEPTED",
            "A_ACTIVATED")
all_cases <- read.csv(file, colClasses = "character")
amount <- as.numeric(all_cases$amount_requested)
# Clock time as written, in whole seconds: the zone is no matter of ours.
seconds <- lapply(all_cases[stages], function(text)
  as.numeric(as.POSIXct(ifelse(text == "", NA, text), format = "%Y-%m-%d %H:%M:%S", tz = "UTC")))
day <- 86400
at <- function(date) as.numeric(as.POSIXct(date, tz = "UTC"))

say <- function(key, value) cat(sprintf("%s\t%.17g\n", key, value), sep = "")

# What is known at the end of a day.
known <- function(as_of) lapply(seconds, function(t) ifelse(t < at(as_of) + day, t, NA))

# The first time of the stage; of those that never entered it, of the next one really entered.
passed <- function(times, stage) {
  result <- times[[stage]]
  for (later in stages[-seq_len(match(stage, stages))])
    result <- ifelse(is.na(result), times[[later]], result)
  result
}

groups <- c("all", "small", "large", "november")
# Which cases entered at `start`, and belong to the group.
belongs <- function(group, start)
  !is.na(start) & switch(group, all = TRUE, small = amount < 10000, large = amount >= 10000,
                         november = start >= at("2011-11-01") & start < at("2011-12-01"))

for (as_of in c("2011-11-15", "2011-12-31", "2012-03-14")) {
  times <- known(as_of)
  end_of_time <- at(as_of) + day - 0.001
  for (pair in list(c(1, 2), c(1, 6), c(1, 7), c(1, 8), c(5, 6), c(5, 7), c(6, 7), c(2, 8))) {
    from <- stages[pair[1]]
    to <- stages[pair[2]]
    start <- passed(times, from)
    stopifnot(all(times[[to]] >= start, na.rm = TRUE)) # in order, so no rule for violations is needed
    end <- passed(times, to)
    entered <- !is.na(start)
    observed <- ifelse(is.na(end), end_of_time, end) - start
    for (group in groups) {
      in_group <- belongs(group, start)
      key <- function(...) paste(as_of, from, to, group, ..., sep = "|")
      # Times are exact: by default R takes the last millisecond of the as-of date for the midnight behind it.
      curve <- survfit(Surv(observed[in_group], !is.na(end[in_group])) ~ 1, timefix = FALSE)
      for (days in c(0, 0.01, 1, 7, 14, 30.5, 60, 120, 1000))
        say(key("incidence", days), 1 - summary(curve, times = days * day, extend = TRUE)$surv)
      for (days in c(1, 14, 60))
        say(key("rate", days), mean(!is.na(end[in_group]) & end[in_group] - start[in_group] <= days * day))
      say(key("rate", ""), mean(!is.na(end[in_group])))
      real <- in_group & !is.na(times[[from]]) & !is.na(times[[to]])
      for (at_quantile in c(0, 0.1, 0.25, 0.5, 0.9, 0.99, 1))
        say(key("days", at_quantile),
            quantile((times[[to]] - times[[from]])[real] / day, at_quantile, type = 7, names = FALSE))
    }
    counts <- function(group) c(sum(!is.na(end[group])), sum(is.na(end[group])))
    tested <- list(amount = list(entered & amount < 10000, entered & amount >= 10000),
                   tiny = list(entered & amount < 1000, entered & amount >= 50000),
                   some = list(entered & amount >= 5000 & amount < 7000, entered & amount >= 7000 & amount < 9000),
                   overlapping = list(entered, entered & amount > 25000))
    for (name in names(tested)) {
      table <- rbind(counts(tested[[name]][[1]]), counts(tested[[name]][[2]]))
      if (all(rowSums(table) > 0))
        say(paste(as_of, from, to, "all", "fisher", name, sep = "|"), fisher.test(table)$p.value)
    }
  }

  # Wilson's interval of each step, of those that entered the first stage as the group says.
  start <- times[[1]]
  for (group in groups) {
    reached <- sapply(stages, function(stage) sum(!is.na(passed(times, stage)) & belongs(group, start)))
    for (k in 2:length(stages)) if (reached[k - 1] > 0) {
      wilson <- prop.test(reached[k], reached[k - 1], correct = FALSE)$conf.int
      for (end in 1:2) say(paste(as_of, "table", "", group, c("low", "high")[end], k, sep = "|"), wilson[end])
    }
  }

  # Cohorts of applications, followed to the last stage.
  start <- as.Date(as.POSIXct(times[[1]], origin = "1970-01-01", tz = "UTC"))
  end <- as.Date(as.POSIXct(passed(times, "A_ACTIVATED"), origin = "1970-01-01", tz = "UTC"))
  for (unit in c("week", "month")) {
    begins <- seq(as.Date(cut(min(start, na.rm = TRUE), unit)), as.Date(as_of), by = unit)
    over <- seq(begins[1], by = unit, length.out = length(begins) + 1)[-1] <= as.Date(as_of) + 1
    for (row in seq_along(begins)) {
      cohort <- which(findInterval(as.numeric(start), as.numeric(begins)) == row)
      key <- function(...) paste(as_of, "cohorts", unit, "all", row, ..., sep = "|")
      say(key(1), length(cohort))
      for (k in seq_len(length(begins) - row + 1) - 1)
        if (over[row + k])
          say(key(k + 2), mean(!is.na(end[cohort]) &
                                 findInterval(as.numeric(end[cohort]), as.numeric(begins)) <= row + k))
    }
  }
}
