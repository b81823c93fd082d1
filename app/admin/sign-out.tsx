import { signOutAction } from './password/actions';

/** What everybody finds below their name. */
export function SignOut() {
  return (
    <>
      <a href="/admin/password" className="office-item">
        密码和登录
      </a>
      <form action={signOutAction}>
        <button type="submit" className="office-item">
          退出登录
        </button>
      </form>
    </>
  );
}
