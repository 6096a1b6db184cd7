// Reads and changes the filters in the address of the inbox.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type CaseSearch, validateCaseSearch } from './case-search.ts';

export function useCaseSearch(): CaseSearch {
  return validateCaseSearch(useSearch({ strict: false }) as Record<string, unknown>);
}

/** The case that is open beside the list, if any. */
export function useOpenCaseId(): string | null {
  return (useParams({ strict: false }) as { caseId?: string }).caseId ?? null;
}

/** Shows other cases; the open one stays open. */
export function useShowCases(): (search: CaseSearch) => void {
  const navigate = useNavigate();
  const caseId = useOpenCaseId();
  return (search) =>
    void (caseId
      ? navigate({ to: '/cases/$caseId', params: { caseId }, search, replace: true })
      : navigate({ to: '/cases', search, replace: true }));
}

/** Opens a case, or none, under the same filters. */
export function useOpenCase(): (caseId: string | null) => void {
  const navigate = useNavigate();
  const search = useCaseSearch();
  return (caseId) =>
    void (caseId ? navigate({ to: '/cases/$caseId', params: { caseId }, search }) : navigate({ to: '/cases', search }));
}
